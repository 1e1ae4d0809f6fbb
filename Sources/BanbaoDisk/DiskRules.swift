package import BanbaoDiagnostics

/// The rules that what stands in a folder can break.
package enum DiskRules {
  package static let all = [nameNotUTF8, nameTwice, nameJoined, symbolicLink, specialFile]

  /// A file's name is in another encoding.
  package static let nameNotUTF8 = Rule(
    "file-name-not-utf8", .error,
    Wording(
      "文件名必须是 UTF-8 编码。从 Windows 的压缩包里解出来的中文文件名常常是 GBK 编码，网页无法链接到它。",
      en: """
        File names must be UTF-8. Chinese names unpacked from a Windows archive are often GBK, and no page can link \
        to them.
        """),
    wrong: #"notices/\xB9\xAB\xB8\xE6.md"#, right: "notices/公告.md")

  /// Two names differ only in the Unicode form of their characters.
  package static let nameTwice = Rule(
    "file-name-twice", .error,
    Wording(
      "同一文件夹里有两个看上去相同的文件名，只是字符的 Unicode 写法不同（合成或分解）。它们会发布到同一个路径。",
      en: """
        Two names in one folder look the same and differ only in how their characters are composed in Unicode. Both \
        would be published at one path.
        """),
    wrong: "café.md (U+00E9) + café.md (e + U+0301)", right: "café.md (U+00E9)")

  /// A name begins or ends in a character that is no character of its own there, but a part of the `/` beside it.
  package static let nameJoined = Rule(
    "file-name-joined", .error,
    Wording(
      "文件名不能以附加符号（如单独的声调）开头，也不能以会与后一个字合成的符号结尾：它与路径里的“/”合成一个字，没有人看得出文件在哪个文件夹里。",
      en: """
        No name may begin with a combining mark, or end in a sign that joins what follows: with the “/” of the path it \
        makes one character, and nobody can tell in which folder the file lies.
        """),
    wrong: "notices/ (U+0301) a.md", right: "notices/a.md")

  /// A symbolic link stands where a file is expected.
  package static let symbolicLink = Rule(
    "symbolic-link", .warning,
    Wording(
      "符号链接不会被读取，因为它可能指向文件夹之外，发布出不该公开的文件。",
      en: """
        Symbolic links are not read: they may lead out of the folder and publish what should stay private.
        """),
    wrong: "photos/a.jpg -> /home/me/a.jpg", right: "photos/a.jpg")

  /// Something that is neither a file nor a folder.
  package static let specialFile = Rule(
    "special-file", .warning,
    Wording(
      "只读取普通文件和文件夹；管道、套接字和设备被跳过。",
      en: "Only files and folders are read; pipes, sockets and devices are skipped."),
    wrong: "notices/pipe (mkfifo)", right: "notices/a.md")
}
