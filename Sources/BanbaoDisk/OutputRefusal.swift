internal import BanbaoDiagnostics

/// Why something is not published: publishing replaces a whole folder, so that folder must be banbao's own, and each
/// file must lie in it.
package enum OutputRefusal: Hashable, Sendable {
  /// The root of the disk, the home folder, the current folder, or a folder that one of these lies in.
  case precious
  /// It is, lies in, or holds an input folder, which the caller named so.
  case holdsInput(String)
  /// It holds files, and no marker of banbao.
  case foreign
  /// It belongs to another account, which could change it while it is published, and whose pages only it may remove.
  case otherOwner
  /// A file, or something else that is no folder.
  case notFolder
  /// A symbolic link that leads nowhere.
  case brokenLink
  /// Another run of banbao is publishing to it.
  case busy
  /// The path of an output leads out of the folder, or is no path.
  case outside
  /// An output's path is another output's path.
  case taken
  /// An output's path is the path of a folder of other outputs.
  case isFolder

  /// One sentence without a full stop.
  ///
  /// - Parameter path: the folder, or the output's path in it, as the user knows it.
  func wording(_ path: String) -> Wording {
    let zh = "不能发布到“\(path)”："
    let en = "cannot publish to “\(path)”: "
    switch self {
    case .precious:
      return Wording(
        zh + "发布会替换整个文件夹，而它是（或包含）根目录、主目录或当前文件夹",
        en: en
          + "publishing replaces the whole folder, and this is, or contains, the root, home or current folder"
      )
    case .holdsInput(let input):
      return Wording(
        zh + "它与“\(input)”是同一个文件夹，或一个在另一个里面，发布会毁掉原稿",
        en: en
          + "it is “\(input)”, or one lies inside the other, and publishing would destroy the sources"
      )
    case .foreign:
      return Wording(
        zh + "里面有文件，但没有 \(markerName) 标记，不是 banbao 发布的文件夹",
        en: en + "it holds files but no \(markerName) marker, so banbao did not publish it")
    case .otherOwner:
      return Wording(
        zh + "它属于另一个账户，里面的旧网页删不掉",
        en: en + "it belongs to another account, so that its old pages could not be removed")
    case .notFolder: return Wording(zh + "它不是文件夹", en: en + "it is not a folder")
    case .brokenLink:
      return Wording(
        zh + "它是一个符号链接，但指向的文件夹不存在",
        en: en + "it is a symbolic link to a folder that does not exist")
    case .busy:
      return Wording(
        zh + "另一个 banbao 正在发布到这里", en: en + "another banbao is publishing there at this moment")
    case .outside:
      return Wording(
        zh + "路径必须在发布文件夹之内，各段不能为空，也不能是 . 或 ..",
        en: en
          + "a path must stay inside the published folder, and no part of it may be empty, . or ..")
    case .taken: return Wording(zh + "同一路径已经有一个文件", en: en + "another file has the same path")
    case .isFolder: return Wording(zh + "同一路径已经有一个文件夹", en: en + "a folder has the same path")
    }
  }

  /// What to do about it.
  var help: Wording? {
    switch self {
    case .precious, .holdsInput:
      Wording(
        "请用 --output 指定一个单独的文件夹，例如 public",
        en: "name a folder of its own with --output, such as public")
    case .foreign:
      Wording(
        "请用 --output 指定空文件夹或新文件夹；如果里面的文件确实都不要了，请先清空它",
        en:
          "name an empty or new folder with --output; if nothing in this one is needed, empty it first"
      )
    case .otherOwner:
      Wording(
        "请用原来发布它的账户运行，或请管理员删除它后再试",
        en: "run banbao under the account that published it, or ask the administrator to remove it, and try again")
    case .notFolder: Wording("请用 --output 指定一个文件夹", en: "name a folder with --output")
    case .brokenLink:
      Wording("请先创建它指向的文件夹，或删除这个链接", en: "make the folder that it leads to, or remove the link")
    case .busy: Wording("请等它完成后再试", en: "wait until it is done and try again")
    case .outside, .taken, .isFolder: nil
    }
  }
}
