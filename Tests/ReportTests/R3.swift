extension Report {
  /// R3: 上饶市环卫处工会, 2011, with the plan of 2012.
  static let sanitation = Report(
    name: "R3-2011", year: 2011, day: day(2011, 11, 2),
    stated: [
      Stated("members", "期末会员223人", "一（一）1"),
      Stated("joined", "新入会2人", "一（一）1"),
      Stated("all registered", "会员全部登记在册", "一（一）1"),
      Stated("women", "其中女会员120人", "一（一）2"),
      Stated("floating members", "流动会员实行动态管理", "一（一）3"),
      Stated("tug of war", "3月8日，《“庆三八”拔河比赛》", "一（二）"),
      Stated("subsidies", "困难慰问", "一（二），第二个"),
      Stated("mid-autumn, each", "标准300.00元/人", "一（二），第二个"),
      Stated("mid-autumn, money", "形式为慰问金", "一（二），第二个"),
      Stated("visits of the sick", "患病慰问7人", "一（二），第二个"),
      Stated("bereavements", "丧事慰问2人", "一（二），第二个"),
      Stated("a model worker's medical aid", "《困难劳模的医疗费》，办结，向市总工会和局系统工会争取到救助资金", "一（二），第二个"),
      Stated("problem: training of cadres", "换届后的工会干部还要加强学习培训", "二，一是"),
      Stated("problem: rights", "“组织起来，切实维权”还有很长的路要走", "二，二是"),
      Stated("problem: little leisure", "第七届城运会，再加两项专项整治", "二，三是"),
      Stated("plan of 2012", "2012年计划事项15项", "三"),
      Stated("plan: register and cakes", "退休职工登记造册，了解生活和身体情况，生日送蛋糕", "三（一）5"),
      Stated("plan: examinations", "坚持职工体检和孕检", "三（一）4"),
      Stated("plan: study trips", "结合行办年度先进集体、先进个人评选，组织外出考察学习", "三（一）6"),
      Stated("plan: visits", "坚持探望生病职工", "三（一）7"),
      Stated("plan: women's skills", "三八期间，女职工岗位练兵", "三（二）1"),
      Stated("plan: climb", "五一期间，登山游园", "三（二）2"),
      Stated("plan: examination", "7月至8月，职工体检、妇检", "三（二）3"),
      Stated("plan: sanitation workers' day", "9月，环卫工人节庆典，责任人：处工会会同行办", "三（二）4"),
      Stated("plan: excellent members", "11月至12月，优秀会员评比", "三（二）5"),
      Stated("plan: hardship", "年底，走访慰问困难职工", "三（二）6"),
    ],
    missing: ["退休〔待补〕人", "困难慰问〔待补〕人次，金额〔待补〕元", "节日慰问〔待补〕人次，金额〔待补〕元", "患病慰问7人，金额〔待补〕元", "丧事慰问2人，金额〔待补〕元", "慰问金额〔待补〕元"],
    unrecorded: neverGiven + [
      "召开职工代表大会〔待补〕次", "召开各类会议〔待补〕次", "选送外出培训〔待补〕人次", "组织内部培训〔待补〕期", "获上级荣誉〔待补〕项", "办理福利互助〔待补〕项", "各项记录载明支出〔待补〕元",
    ])
}
