/// The surnames in use, after the yearly reports of the Ministry of Public Security on names and the Hundred Family
/// Surnames. Without those that are hardly borne and are everyday words at the same time: 和, 东, 时, 从.
package enum Surnames {
  /// Of one character, with what it costs to read one of them in a text, in tenths of a nat.
  static let costs: [UInt16: Int] = {
    var costs: [UInt16: Int] = [:]
    for (rank, code) in commonest.utf16.enumerated() { costs[code] = rank < 10 ? 30 : rank < 30 ? 45 : 60 }
    for code in others.utf16 where code != 0x0A { costs[code] = 78 }
    for code in words.utf16 { costs[code] = 98 }
    return costs
  }()

  /// The hundred that most people bear, commonest first.
  private static let commonest =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    + "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"

  private static let others = """
    康易乔赖文温辛俞颜梅欧童施管裴葛兰左柳纪焦包柯项阮安翟骆凌樊齐关聂庄游伍尚涂耿牛章鲁倪庞邢翁芦霍鲍代路申岳屈盛解穆苗毕桑宁宫滕冉席冼甘靳池卓谷房单佟尤宣简饶曲詹岑符舒艾景苟宗迟巩蓝司辜费卜柏敖闵邬窦郁应封晏巴缪蒲阎鞠
    祝桂谌强戚娄粟占官卞巫喻尧甄冷丛仇祁郎楚阳竺晋虞苑隋仲臧匡麦祖冀明皮邝莘古寇保柴幸栗蔺郗邸阙茅亢褚湛濮芮操伏浦鹿冶尉阚耶揭闻禹杭洪诸嵇邰索籍卫华傅萧危乐昝裘贲钮滑荣荀羊惠富宓仰伊栾厉戎束韶郜薄宿怀鄂胥苍贡劳逄姬宰
    郦雍璩寿扈燕瞿慕茹习宦鱼容慎戈庾暴居衡沃越隆厍晁勾融訾那毋丰巢蒯荆红权逯盖桓豆区撒闭植青矫剧仝佘亓凤布闪呼肇镡缑昌伦谈禄阴松牧隗山
    """

  /// Those that are met as a word far more often.
  private static let words = "车季边花楼银计门练满储连沙米商水麻成井秋印双农步利查展党咸"

  /// Of two characters; those among `alsoWords` begin other words as well: 东方医院.
  static let compound = Set(
    ("欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 "
      + "仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 "
      + "段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五").split(separator: " ").map(String.init))

  static let alsoWords: Set<String> = [
    "百里", "东方", "西门", "南门", "东门", "东郭", "第五", "长孙", "司徒",
    "太史", "司空", "司马", "公孙", "微生", "子车", "公良", "仲孙",
  ]
}
