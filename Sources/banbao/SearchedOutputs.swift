import BanbaoDisk
import BanbaoSearch
import BanbaoSite
import Synchronization

/// A site with its search index, for the publisher. The index is made of the pages as they are rendered: each is rendered
/// once, and its text goes into a file right behind it.
struct SearchedOutputs {
  let outputs: [OutputFile]
  /// The rest of the index, which needs all of them. Throws where what waited in the spool could not be read again.
  let following: FollowingOutputs

  /// - Parameter spool: where the site's bodies wait, and keys until all pages were made; nil for memory.
  init(_ site: CheckedSite, spool: SpoolFile?) {
    let render = site.render
    let plan = site.compilation.plan
    let search = plan.search
    let (pages, index) = (search.pages, search.index(spool: spool))
    let searched = (0..<index.groupCount).flatMap { group in
      index.members(of: group).map { number in
        OutputFile(
          path: pages[number].path,
          content: .page { bytes in
            render(pages[number], &bytes)
            index.read(number, bytes)
          }, staysBehind: number != index.members(of: group).first)
      } + [
        OutputFile(
          path: inIndex(SearchIndex.textsName(group)),
          content: .page { bytes in
            index.write(textsOf: group, into: &bytes) { number in
              var page: [UInt8] = []
              plan.render(pages[number], into: &page)
              return page
            }
          }, staysBehind: true)
      ]
    }
    let readings = SearchIndex.readings
    let found = Set(pages.map(\.path))
    outputs =
      searched + [OutputFile(path: inIndex(readings.name), content: .page { $0 += readings.bytes })]
      + site.outputs.filter { !found.contains($0.path) }
    following = { [tasks = site.request.tasks] in
      let keys = index.takeKeys()
      let shards = try await concurrentMap(Array(index.ranges), tasks: tasks) { index.shards(keys, of: $0) }
        .flatMap { $0 }
      // By now all that waited in the spool has been read again.
      if let fault = spool?.fault { throw fault }
      return (shards + [index.core(keys, shards: shards.map(\.name))]).map { file in
        OutputFile(path: inIndex(file.name), content: .page { $0 += file.bytes })
      }
    }
  }
}

/// The files of a plan's search index, for the preview: made as a whole when a browser asks for the first of them.
final class PreviewSearch: Sendable {
  private let plan: SitePlan
  private let files = Mutex<[String: [UInt8]]?>(nil)

  init(_ plan: SitePlan) { self.plan = plan }

  /// There is no such file.
  struct Missing: Error {}

  /// - Parameter path: below the site's root.
  func bytes(_ path: String) throws(Missing) -> [UInt8] {
    let made = files.withLock { files in
      let made = files ?? self.made()
      files = made
      return made
    }
    guard let bytes = made[path] else { throw Missing() }
    return bytes
  }

  private func made() -> [String: [UInt8]] {
    let search = plan.search
    let (pages, index) = (search.pages, search.index())
    func rendered(_ number: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      plan.render(pages[number], into: &bytes)
      return bytes
    }
    for number in pages.indices { index.read(number, rendered(number)) }
    let keys = index.takeKeys()
    let shards = index.ranges.flatMap { index.shards(keys, of: $0) }
    let texts = (0..<index.groupCount).map { group -> SearchIndex.File in
      var bytes: [UInt8] = []
      index.write(textsOf: group, into: &bytes, render: rendered)
      return SearchIndex.File(name: SearchIndex.textsName(group), bytes: bytes)
    }
    let files = texts + shards + [index.core(keys, shards: shards.map(\.name)), SearchIndex.readings]
    return Dictionary(files.map { (inIndex($0.name), $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}

private func inIndex(_ name: String) -> String { SearchIndex.folder + "/" + name }
