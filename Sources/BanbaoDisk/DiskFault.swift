package import BanbaoDiagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the disk refused, or what banbao refused to do to it.
package struct DiskFault: Error, Hashable, Sendable {
  /// What was being done.
  package enum Operation: Hashable, Sendable {
    case list, read, write, makeFolder, replace, remove
  }

  /// Who refused: the system, or banbao itself.
  package enum Cause: Hashable, Sendable {
    /// The system's own number, such as `ENOSPC`.
    case system(Operation, errorNumber: Int32)
    /// Nothing was touched.
    case refused(OutputRefusal)
  }

  /// As messages show it: with the tree's label, or as the user named the published folder.
  package var path: String
  package var cause: Cause

  package init(_ path: String, _ errorNumber: Int32, _ operation: Operation) {
    self.path = path
    cause = .system(operation, errorNumber: errorNumber)
  }

  package init(_ path: String, _ refusal: OutputRefusal) {
    self.path = path
    cause = .refused(refusal)
  }

  /// The system's number; 0 where it was not the system that refused.
  package var errorNumber: Int32 {
    if case .system(_, let errorNumber) = cause { errorNumber } else { 0 }
  }

  /// Nothing stands at the path, as where a site has no theme of its own.
  package var isMissing: Bool { errorNumber == ENOENT }

  /// The work was stopped, and no disk refused.
  package var isCancelled: Bool { errorNumber == ECANCELED }

  /// One sentence without a full stop.
  package var wording: Wording {
    switch cause {
    case .refused(let refusal): refusal.wording(path)
    case .system(let operation, let errorNumber): said(operation, wordsOfSystem(errorNumber).reason)
    }
  }

  /// What to do about it.
  package var help: Wording? {
    switch cause {
    case .refused(let refusal): refusal.help
    case .system(_, let errorNumber): wordsOfSystem(errorNumber).help
    }
  }

  private func said(_ operation: Operation, _ reason: Wording) -> Wording {
    let (zh, en) =
      switch operation {
      case .list: ("无法打开文件夹", "cannot open the folder")
      case .read: ("无法读取", "cannot read")
      case .write: ("无法写入", "cannot write")
      case .makeFolder: ("无法创建文件夹", "cannot make the folder")
      case .replace: ("无法换上新的文件夹", "cannot put the new folder in place of")
      case .remove: ("无法删除", "cannot remove")
      }
    return Wording("\(zh)“\(path)”：\(reason.zh)", en: "\(en) “\(path)”: \(reason.en)")
  }
}

/// The system's reason in plain words.
private func wordsOfSystem(_ errorNumber: Int32) -> (reason: Wording, help: Wording?) {
  switch errorNumber {
  case ENOENT:
    (Wording("没有这个文件或文件夹", en: "there is no such file or folder"), nil)
  case EACCES, EPERM:
    (
      Wording("没有权限", en: "permission denied"),
      Wording(
        "请检查文件和文件夹的权限，或换一个自己可以写入的文件夹",
        en:
          "check the permissions of the file and its folder, or choose a folder that you may write to"
      )
    )
  case EROFS:
    (
      Wording("所在的磁盘是只读的", en: "its disk is read-only"),
      Wording("请换一个可以写入的位置", en: "choose a place that can be written to")
    )
  case ENOSPC, EDQUOT:
    (Wording("磁盘空间不足", en: "the disk is full"), Wording("请腾出空间后再试", en: "make room and try again"))
  case ENOTDIR:
    (
      Wording("路径中有一段是文件，不是文件夹", en: "a part of the path is a file, not a folder"),
      Wording("请检查路径是否写错", en: "check the spelling of the path")
    )
  case EISDIR: (Wording("这是文件夹，不是文件", en: "this is a folder, not a file"), nil)
  case EFBIG:
    (
      Wording("文件超过 2 GiB", en: "the file is larger than 2 GiB"),
      Wording("请压缩文件，或放到网盘上再给出链接", en: "compress the file, or store it elsewhere and link to it")
    )
  case ENAMETOOLONG:
    (
      Wording(
        "名称太长（一个汉字占三个字节，每段最多 255 个字节）",
        en: "the name is too long (255 bytes a part; a Han character takes 3)"),
      Wording("请缩短文件名", en: "shorten the name of the file")
    )
  case ELOOP:
    (Wording("这是符号链接，或链接绕成了圈", en: "this is a symbolic link, or links run in a circle"), nil)
  case EMFILE, ENFILE:
    (
      Wording("打开的文件太多", en: "too many files are open"),
      Wording("请用较小的 --jobs 再试", en: "try again with a smaller --jobs")
    )
  case EBUSY, EXDEV:
    (
      Wording(
        "它是挂载点或在另一个磁盘上，不能整个换掉",
        en: "it is a mount point or on another disk, and cannot be replaced as a whole"),
      Wording("请发布到其中的一个子文件夹", en: "publish to a folder inside it")
    )
  case EIO:
    (
      Wording("磁盘读写出错", en: "the disk failed to read or write"),
      Wording("请检查磁盘", en: "check the disk")
    )
  case ENOTEMPTY:
    (
      Wording("里面已经有文件", en: "it holds files already"),
      Wording("请换一个新的或空的文件夹", en: "name a new or empty folder")
    )
  case ECANCELED: (Wording("已取消", en: "cancelled"), nil)
  default:
    (
      Wording(
        "系统错误 \(errorNumber)", en: "\(String(cString: strerror(errorNumber))) (\(errorNumber))"),
      nil
    )
  }
}
