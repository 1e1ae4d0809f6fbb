internal import CMinizip

/// An archive in memory, as long as `withZip` lasts.
package struct ZipArchive {
  /// One file of the archive.
  package struct Entry: Sendable {
    /// As it stands in the archive: in UTF-8, or in the encoding of the computer that made it.
    package var name: [UInt8]
    /// Unpacked, in bytes, as the archive claims.
    package var size: UInt64
    /// As it lies in the archive, in bytes.
    package var packedSize: UInt64
    /// Whether a password is needed.
    package var isEncrypted: Bool
    fileprivate var position: unz64_file_pos

    /// Folders have entries too.
    package var isFolder: Bool { name.last == UInt8(ascii: "/") }
    /// The name where it is UTF-8, as within documents.
    package var path: String { String(decoding: name, as: UTF8.self) }
  }

  /// How reading an entry ended.
  package enum End: Sendable {
    case whole
    /// The reader wanted no more.
    case stopped
    /// It is encrypted, packed in an unknown way, or damaged.
    case failed
  }

  private let file: unzFile

  /// What the archive holds, at most so many entries.
  package func entries(limit: Int) -> [Entry] {
    var entries: [Entry] = []
    var status = unzGoToFirstFile(file)
    while status == UNZ_OK, entries.count < limit {
      var info = unz_file_info64()
      var position = unz64_file_pos()
      guard unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK,
        unzGetFilePos64(file, &position) == UNZ_OK
      else { break }
      var name = [CChar](repeating: 0, count: Int(info.size_filename) + 1)
      guard unzGetCurrentFileInfo64(file, nil, &name, UInt(name.count), nil, 0, nil, 0) == UNZ_OK else { break }
      entries.append(
        Entry(
          name: name.dropLast().map { UInt8(bitPattern: $0) }, size: info.uncompressed_size,
          packedSize: info.compressed_size, isEncrypted: info.flag & 1 != 0, position: position))
      status = unzGoToNextFile(file)
    }
    return entries
  }

  /// Unpacks an entry piece by piece; nothing of it is held.
  ///
  /// - Parameter take: false where it wants no more.
  package func read(_ entry: Entry, _ take: (UnsafeRawBufferPointer) -> Bool) -> End {
    var position = entry.position
    guard unzGoToFilePos64(file, &position) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else { return .failed }
    defer { unzCloseCurrentFile(file) }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { piece in
      while true {
        let count = unzReadCurrentFile(file, piece.baseAddress, UInt32(piece.count))
        if count == 0 { return .whole }
        guard count > 0 else { return .failed }
        if !take(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)])) { return .stopped }
      }
    }
  }

  /// The beginning of an entry, at most so many bytes; nil where it cannot be unpacked.
  package func start(of entry: Entry, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    let end = read(entry) { piece in
      bytes += piece.prefix(limit - bytes.count)
      return bytes.count < limit
    }
    if case .failed = end { return nil }
    return bytes
  }

  fileprivate init(_ file: unzFile) { self.file = file }
}

/// Opens an archive; nil where the bytes are none.
package func withZip<Result>(_ bytes: [UInt8], _ work: (ZipArchive) -> Result) -> Result? {
  bytes.withUnsafeBytes { buffer in
    var source = ZipSource(bytes: buffer)
    return withUnsafeMutablePointer(to: &source) { source in
      var functions = zipFunctions(source)
      guard let file = unzOpen2_64("", &functions) else { return nil }
      defer { unzClose(file) }
      return work(ZipArchive(file))
    }
  }
}

/// The bytes as minizip reads them, which knows files only.
private struct ZipSource {
  var bytes: UnsafeRawBufferPointer
  var offset = 0
}

private func zipFunctions(_ source: UnsafeMutablePointer<ZipSource>) -> zlib_filefunc64_def {
  zlib_filefunc64_def(
    zopen64_file: { opaque, _, _ in opaque },
    zread_file: { opaque, _, target, count in
      guard let source = opaque?.assumingMemoryBound(to: ZipSource.self), let target else { return 0 }
      let length = min(Int(clamping: count), source.pointee.bytes.count - source.pointee.offset)
      guard length > 0, let base = source.pointee.bytes.baseAddress else { return 0 }
      target.copyMemory(from: base + source.pointee.offset, byteCount: length)
      source.pointee.offset += length
      return UInt(length)
    },
    zwrite_file: { _, _, _, _ in 0 },
    ztell64_file: { opaque, _ in UInt64(opaque?.assumingMemoryBound(to: ZipSource.self).pointee.offset ?? 0) },
    zseek64_file: { opaque, _, distance, origin in
      guard let source = opaque?.assumingMemoryBound(to: ZipSource.self),
        let place = zipPlace(distance, from: origin, at: source.pointee.offset, of: source.pointee.bytes.count)
      else { return -1 }
      source.pointee.offset = place
      return 0
    },
    zclose_file: { _, _ in 0 },
    zerror_file: { _, _ in 0 },
    opaque: source)
}

/// Where a seek leads to in an archive that lies in memory; nil where that is outside.
func zipPlace(_ distance: UInt64, from origin: Int32, at offset: Int, of count: Int) -> Int? {
  let base =
    switch origin {
    case ZLIB_FILEFUNC_SEEK_CUR: offset
    case ZLIB_FILEFUNC_SEEK_END: count
    default: 0
    }
  let (place, overflows) = base.addingReportingOverflow(Int(truncatingIfNeeded: distance))
  return !overflows && (0...count).contains(place) ? place : nil
}
