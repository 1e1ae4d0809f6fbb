internal import BanbaoSite
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes a site: afterwards the folder holds these files and no others, but for the marker `.banbao`.
///
/// The folder is wholly old or wholly new at every instant, also when the process is killed. Each page is made,
/// compared with what is published and dropped, so that memory never holds the site. Files whose bytes stay are the
/// same files as before; where nothing changes, nothing is touched.
///
/// The folder itself is another one after each change: a program that holds it open, or a container that mounts it,
/// goes on seeing the old one, which is emptied. Such a one should hold the folder above it.
///
/// - Parameters:
///   - outputs: of two with one path the first counts.
///   - folder: is made with those above it. One that holds anything must bear the marker.
///   - protected: folders of the input, which the published one must neither contain nor lie in.
///   - hasManifest: whether a `Manifest` of all files is published with them, as one more.
///   - isDurable: whether the site is on the disk before it takes its place, so that a power cut leaves no empty page.
///     Costs a call of `fsync` for each file and folder of the site.
///   - tasks: how many tasks work; the result does not depend on it.
///   - givesState: whether the report tells the state of the published folder.
///   - following: is asked once the outputs have been made.
package func publish(
  _ outputs: [OutputFile], to folder: String, protected: [String], hasManifest: Bool = false,
  isDurable: Bool = false, tasks: Int, givesState: Bool = false, following: @escaping FollowingOutputs = { [] }
) async throws(DiskFault) -> PublishReport {
  try await publish(
    outputs, to: folder, protected: protected, hasManifest: hasManifest, isDurable: isDurable, tasks: tasks,
    givesState: givesState,
    steps: PublishSteps(), following: following)
}

/// Gives the outputs that can be made only once all others have been, such as an index of them. They lie in folders that
/// others lie in too.
package typealias FollowingOutputs = @Sendable () async throws -> [OutputFile]

/// Says beforehand whether `publish` would refuse the folder, so that nobody waits for a build in vain. Makes nothing.
package func checkOutput(_ folder: String, protected: [String]) throws(DiskFault) {
  let output = try OutputFolder(folder, protected: protected)
  let parent: OpenFolder
  do {
    parent = try .at(output.parent, shown: folder)
  } catch {
    if error.isMissing { return }
    throw error
  }
  try checkOld(output, parent)
}

func publish(
  _ outputs: [OutputFile], to folder: String, protected: [String], hasManifest: Bool = false,
  isDurable: Bool = false, tasks: Int, givesState: Bool = false, steps: PublishSteps,
  following: @escaping FollowingOutputs = { [] }
) async throws(DiskFault) -> PublishReport {
  let plan = OutputPlan(outputs, shown: folder, hasManifest: hasManifest)
  let output = try OutputFolder(folder, protected: protected)
  let durability = isDurable ? Durability(steps: steps, shown: folder) : nil
  // Before the marker of the new folder is written, which counts as one of its files.
  let began = FileTime.now
  let publication = try Publication(output, folders: plan.folders, durability: durability)
  do {
    var report = try await carryOut(plan, publication, tasks: tasks, steps: steps, following: following)
    // Asked while the folder is held, so that no other run comes in between.
    if givesState { report.state = publication.state(after: report, since: began) }
    return report
  } catch {
    publication.abandon()
    throw error
  }
}

private func carryOut(
  _ plan: OutputPlan, _ publication: Publication, tasks: Int, steps: PublishSteps,
  following: @escaping FollowingOutputs
) async throws(DiskFault) -> PublishReport {
  let shown = publication.output.shown
  let before = try publication.countOld()
  let mayKeep = before?.hasLinks == false && publication.isOldOwn
  var done = try await inParallel(plan.slices(tasks: tasks), tasks: tasks, shown: shown) {
    slice throws(DiskFault) in try publication.carryOut(slice, mayKeep: mayKeep, hashes: plan.hasManifest)
  }
  let rest = plan.following(try await named(shown, following))
  done += try await inParallel(rest.slices(tasks: tasks), tasks: tasks, shown: shown) {
    slice throws(DiskFault) in try publication.carryOut(slice, mayKeep: mayKeep, hashes: plan.hasManifest)
  }
  if plan.hasManifest {
    let manifest = Manifest(done.flatMap(\.digests) + [Manifest.Line(path: markerName, digest: markerDigest)])
    let output = OutputFile(path: Manifest.fileName, content: .page { manifest.write(into: &$0) })
    done.append(try publication.carryOut([output], mayKeep: mayKeep, hashes: false))
  }
  var report = PublishReport()
  report.skipped = plan.skipped
  var unchanged: [String] = []
  var replaced = 0
  for part in done {
    report.bytes += part.bytes
    report.written += part.written
    replaced += part.replaced
    unchanged += part.unchanged
  }
  report.unchanged = unchanged.count

  let met = unchanged.count + replaced
  // More are met than there were where a link to a folder leads to some.
  report.removed = max(0, (before?.files ?? 0) - met)
  let synced = publication.durability == nil ? [] : (plan.paths + rest.outputs.map(\.path)).pieces(tasks: tasks)
  if let before, report.written == 0, before.files == met, before.folders == plan.folders.count,
    before.isMarked
  {
    _ = try await inParallel(synced + [["."]], tasks: tasks, shown: shown) {
      paths throws(DiskFault) in try publication.sync(paths, staysOld: true)
    }
    return report
  }
  _ = try await inParallel(unchanged, tasks: tasks, shown: shown) {
    path throws(DiskFault) in try publication.keep(path, steps: steps)
  }
  _ = try await inParallel(synced, tasks: tasks, shown: shown) {
    paths throws(DiskFault) in try publication.sync(paths, staysOld: false)
  }
  let (replacement, left) = try publication.replace(steps: steps)
  report.replacement = replacement
  report.left = left
  return report
}

/// `concurrentMap` with its errors' type kept.
private func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], tasks: Int, shown: String,
  _ transform: @escaping @Sendable (Element) throws(DiskFault) -> Result
) async throws(DiskFault) -> [Result] {
  try await named(shown) { try await concurrentMap(elements, tasks: tasks) { try transform($0) } }
}

/// Does some work, whose errors become those of the disk.
private func named<Result: Sendable>(
  _ shown: String, _ work: @Sendable () async throws -> Result
) async throws(DiskFault) -> Result {
  do {
    return try await work()
  } catch let fault as DiskFault {
    throw fault
  } catch {
    // The only other error is that the task was cancelled.
    throw DiskFault(shown, ECANCELED, .write)
  }
}
