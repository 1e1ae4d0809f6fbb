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
      内科 外科 因为 由于 鉴于 付款给 科
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
      就医 床前 身患 患有 罹患 退回 丧事 抢救 二孩
      """
    ),
    (30, "手术 女儿 因 患"), (25, "老人 生育 困难 补助 治疗"), (20, "慰问 等 家 病 之 办理 申请"), (15, "生产 的 和 及 与 来"), (10, "女 男"),
  ])

  /// What nobody but a person is called: behind it even a word is a name, 高阳同志.
  static let personal = Set(["同志", "先生", "女士"].map { packed($0) })

  /// What stands for the given name: 王护士长, 张师傅.
  static let titles = Set(
    """
    同志 先生 女士 老师 师傅 医生 医师 大夫 护士 护师 药师 技师 主任 科长 处长 书记 院长 所长 教授 护士长 阿姨 大姐 大哥 大爷
    大妈 大娘 大叔 大伯 奶奶 爷爷 叔叔
    """.split(whereSeparator: \.isWhitespace).map { packed($0) })

  /// Ends of the names of places and teams: 张家沟, 唐山队. 界 is not among them: nobody but 张家界 ends so.
  static let places = Set("村庄沟湾桥镇县市州路街岭屯寨坡巷港洲埠店铺坝塘岗峡队".utf16)

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
