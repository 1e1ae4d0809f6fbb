internal import CMinizip

/// Packs files into an archive; nil where there is no memory for it. The same files give the same bytes.
///
/// - Parameter files: names in UTF-8, parts joined by `/`.
package func zipped(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
  var target = ZipTarget()
  let isWhole = withUnsafeMutablePointer(to: &target) { target -> Bool in
    var functions = zipFunctions(target)
    guard let archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else { return false }
    var isWhole = true
    for file in files where isWhole {
      // 1 January 1980, the first day that an archive can name.
      var info = zip_fileinfo()
      info.dosDate = 1 << 21 | 1 << 16
      isWhole =
        zipOpenNewFileInZip64(
          archive, file.name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Z_DEFAULT_COMPRESSION,
          file.bytes.count >= Int(UInt32.max) ? 1 : 0) == ZIP_OK
      file.bytes.withUnsafeBytes { bytes in
        var rest = bytes
        // It takes lengths of 32 bits.
        while isWhole, !rest.isEmpty {
          let piece = rest.prefix(1 << 30)
          isWhole =
            zipWriteInFileInZip(archive, UnsafeRawBufferPointer(rebasing: piece).baseAddress, UInt32(piece.count))
            == ZIP_OK
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
      }
      isWhole = zipCloseFileInZip(archive) == ZIP_OK && isWhole
    }
    return zipClose(archive, nil) == ZIP_OK && isWhole
  }
  return isWhole ? target.bytes : nil
}

/// An archive in the making as minizip writes it, which knows files only.
private struct ZipTarget {
  var bytes: [UInt8] = []
  private(set) var offset = 0

  mutating func seek(_ distance: UInt64, from origin: Int32) -> Int {
    guard let place = zipPlace(distance, from: origin, at: offset, of: bytes.count) else { return -1 }
    offset = place
    return 0
  }

  mutating func write(_ piece: UnsafeRawBufferPointer) {
    let over = min(piece.count, bytes.count - offset)
    bytes.replaceSubrange(offset..<offset + over, with: piece.prefix(over))
    bytes.append(contentsOf: piece.dropFirst(over))
    offset += piece.count
  }
}

private func zipFunctions(_ target: UnsafeMutablePointer<ZipTarget>) -> zlib_filefunc64_def {
  zlib_filefunc64_def(
    zopen64_file: { opaque, _, _ in opaque },
    zread_file: { _, _, _, _ in 0 },
    zwrite_file: { opaque, _, source, count in
      guard let target = opaque?.assumingMemoryBound(to: ZipTarget.self), let source else { return 0 }
      target.pointee.write(UnsafeRawBufferPointer(start: source, count: Int(clamping: count)))
      return count
    },
    ztell64_file: { opaque, _ in UInt64(opaque?.assumingMemoryBound(to: ZipTarget.self).pointee.offset ?? 0) },
    zseek64_file: { opaque, _, distance, origin in
      opaque?.assumingMemoryBound(to: ZipTarget.self).pointee.seek(distance, from: origin) ?? -1
    },
    zclose_file: { _, _ in 0 },
    zerror_file: { _, _ in 0 },
    opaque: target)
}
