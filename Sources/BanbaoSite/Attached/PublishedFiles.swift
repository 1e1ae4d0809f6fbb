import BanbaoFiles
import BanbaoSource

/// The files of the content as they are published: pictures without the place, the camera and the owner that they tell.
/// The author's own files stay what they are.
func publishedTree(_ content: SourceTree) -> SourceTree {
  SourceTree(label: content.label, files: []) { file in
    let bytes = try content.read(file)
    return FileType.of(file.path)?.isImage == true ? withoutPrivateData(bytes) : bytes
  }
}

/// What the head of a picture tells; nil where it cannot be read.
func pictureHead(_ file: SourceTree.File, in content: SourceTree) -> PictureHead? {
  do {
    if let head = PictureHead(try content.start(file, PictureHead.length)) { return head }
    // Programs put previews and colour profiles before the size.
    return file.size > PictureHead.length ? PictureHead(try content.read(file)) : nil
  } catch {
    return nil
  }
}

/// How large a file is as it is published, in bytes. What the disk refuses here it refuses again when the file is looked
/// into, and is told then.
func publishedSize(_ file: SourceTree.File, in content: SourceTree) -> Int {
  do {
    return try publishedTree(content).read(file).count
  } catch {
    return file.size
  }
}
