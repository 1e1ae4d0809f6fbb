/// What stands around names: words before one (看望, 职工) and behind one (同志, 住院, 家属), and how much likelier they
/// make it, in tenths of a nat.
enum NameContext {
  /// Keyed by the codes of a word, as of `packed`.
  static let before: [UInt64: Int] = weighed([
    (
      40,
      """
      慰问 看望 探望 走访 探视 问候 感谢 得知 获悉 听说 听闻 领款人 领取人 申请人 经办人 收款人 受助人 受益人 当事人 负责人
      联系人 对象 姓名 名单 职工 员工 会员 党员 干部 护士 护师 医生 医师 大夫 药师 技师 护工 司机 厨师 保安 保洁员 清洁工 病人
      患者 伤员 工人 教师 老师 同事 同志 科长 主任 主席 组长 护士长 院长 书记 委员 代表 老人 师傅 模范 劳模 签收 签字 代领 丧事
      生育 结婚 退休 生日 住院 患病 生病 困难 补助 吊唁 悼念 怀念 祝贺 恭喜 欢送 送别 陪同 照顾 陪护 护理 帮扶 救助 资助 表彰
      内科 外科 因为 由于 鉴于 付款给 科 产妇 孕妇 军属 烈属 遗属 伤者 死者 逝者 新人 博士 技工 学员
      """
    ),
    (30, "付 送 给 为 向 了 部 室 替 帮 陪"), (25, "到 祝 收 转 支 办 院 组 因"), (20, "由 发 过 的 队 站 班 让 代 和 与 及 对 接 探"),
    (15, "受"),
  ])

  static let behind: [UInt64: Int] = weighed([
    (
      40,
      """
      同志 先生 女士 老师 师傅 医生 医师 大夫 护士 护师 药师 技师 主任 科长 书记 院长 教授 护士长 阿姨 大姐 大爷 大妈 奶奶 爷爷
      住院 生病 患病 去世 病故 逝世 病逝 因病 因公 术后 术前 产后 产假 结婚 新婚 退休 骨折 摔伤 摔倒 受伤 烧伤 烫伤 工伤 车祸
      癌症 确诊 病重 重病 怀孕 剖宫产 顺产 分娩 父亲 母亲 岳父 岳母 丈夫 妻子 爱人 儿子 孩子 公公 婆婆 父母 家属 遗属 家人 家中
      家里 家庭 母子 夫妇 一家 一行 救助 签收 代领 领取 本人 等人 二人 两人 三人 四人 不幸 突发 突然 生日 喜得 光荣 康复 出院
      就医 床前 身患 患有 罹患 退回 丧事 抢救 二孩 二胎 三胎 三孩 生孩子 入院 转院 复查 化疗 放疗 透析 移植 捐肾 昏迷 晕倒 中暑
      偏瘫 瘫痪 抑郁 流产 早产 难产 离世 离婚 牺牲 殉职 遗体 后事 丧偶 丧父 丧母 丧葬 入伍 参军 升学 考上 乔迁 失业 下岗 低保 致困
      致贫 委托 理赔 赔付 助学 互助 慰问金 一事 之子 之女 之妻 之父 之母 外婆 外公 姐姐 哥哥 弟弟 妹妹 妈妈 爸爸 老伴 配偶
      获奖 荣获 获评 获得 当选 担任 参加 来信 来电 值班 上班 捐款 捐赠 报销
      """
    ),
    (30, "手术 女儿 因 患"), (25, "老人 生育 困难 补助 治疗"), (20, "慰问 等 家 病了 病倒 病危 病情 病休 病中 病假 之 办理 申请"), (15, "生产 的 和 及 与 来 已 被 获"),
    (10, "女 男"),
  ])

  /// What nobody but a person is called: behind it even a word is a name, 高阳同志.
  static let personal = Set(["同志", "先生", "女士"].map { packed($0) })

  /// What stands for the given name: 王护士长, 张师傅.
  static let titles = Set(
    """
    同志 先生 女士 老师 师傅 医生 医师 大夫 护士 护师 药师 技师 主任 科长 处长 书记 院长 所长 教授 护士长 阿姨 大姐 大哥 大爷
    大妈 大娘 大叔 大伯 奶奶 爷爷 叔叔 主席 组长 班长 队长 站长 部长 局长 校长 厂长 经理 总监 干事 会计 出纳 工程师 副院长 副主任 副科长 副处长 副主席 副书记
    """.split(whereSeparator: \.isWhitespace).map { packed($0) })

  /// What stands for the given name in one character.
  static let shortTitles = Set("处科队哥姐工总局姨叔婶嫂爷奶校院董".utf16)

  /// Ends of the names of places and teams: 张家沟, 唐山队. 界 is not among them: nobody but 张家界 ends so.
  static let places = Set("村庄沟湾桥镇县市州路街岭屯寨坡巷港洲埠店铺坝塘岗峡队站区楼课厅馆厂寺庙药汤饭饼糕院病症".utf16)

  /// Last characters of what one may suffer from: 白血病, 肺结节, 脑梗.
  static let illnesses = Set("病癌瘤症炎梗疝疮痛".utf16)

  /// What makes a place, a house, a course, an illness, a dish or a team of the word before it: 陶艺课, 包虫病.
  static let things = Set(
    ("区楼课厅馆院站厂宫寺庙园路街巷道里弄山河江湖海岛病症炎癌虫菌药丸散膏汤饭面饼糕茶酒油米肉鱼鸡鸭虾花草树果班社团杯赛奖节展剧歌曲舞操拳"
      + "球棋牌号型式法学派版").utf16)

  /// Two characters do so too: 金阳小区.
  static let thingWords = Set(
    """
    小区 社区 花园 公园 大厦 广场 大道 大街 胡同 校区 院区 病区 厂区 景区 山庄 酒店 宾馆 饭店 商场 超市 书店 药店 学校 中学 小学 大学 医院
    诊所 公司 集团 银行 路段 工地 水库 温泉 瀑布 梯田 风景 古城 古镇 老街 故居 纪念 大院 中路 东路 西路 南路 北路 门诊 地铁 机场 车站 精神 故事
    鸡丁 豆腐 月饼 粽子 凉茶 香皂 牙膏 火腿 白茶 白药 手环 手机 牌子
    """.split(whereSeparator: \.isWhitespace).map { packed($0) })

  private static func weighed(_ lists: [(weight: Int, words: String)]) -> [UInt64: Int] {
    var weights: [UInt64: Int] = [:]
    for (weight, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { weights[packed(word)] = weight }
    }
    return weights
  }
}

/// A word of at most four characters as one number.
func packed(_ word: some StringProtocol) -> UInt64 { word.utf16.reduce(0) { $0 << 16 | UInt64($1) } }

func isHan(_ code: UInt16) -> Bool { (0x4E00...0x9FFF).contains(code) }
