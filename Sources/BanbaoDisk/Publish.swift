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
///   - tasks: how many tasks work; the result does not depend on it.
package func publish(
  _ outputs: [OutputFile], to folder: String, protected: [String], hasManifest: Bool = false, tasks: Int
) async throws(DiskFault) -> PublishReport {
  try await publish(
    outputs, to: folder, protected: protected, hasManifest: hasManifest, tasks: tasks, steps: PublishSteps())
}

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
  _ outputs: [OutputFile], to folder: String, protected: [String], hasManifest: Bool = false, tasks: Int,
  steps: PublishSteps
) async throws(DiskFault) -> PublishReport {
  let plan = OutputPlan(outputs, shown: folder, hasManifest: hasManifest)
  let output = try OutputFolder(folder, protected: protected)
  let publication = try Publication(output, folders: plan.folders)
  do {
    return try await carryOut(plan, publication, tasks: tasks, steps: steps)
  } catch {
    publication.abandon()
    throw error
  }
}

private func carryOut(
  _ plan: OutputPlan, _ publication: Publication, tasks: Int, steps: PublishSteps
) async throws(DiskFault) -> PublishReport {
  let shown = publication.output.shown
  let before = try publication.countOld()
  let mayKeep = before?.hasLinks == false
  var done = try await inParallel(plan.slices(tasks: tasks), tasks: tasks, shown: shown) {
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
  if let before, report.written == 0, before.files == met, before.folders == plan.folders.count,
    before.isMarked
  {
    return report
  }
  _ = try await inParallel(unchanged, tasks: tasks, shown: shown) {
    path throws(DiskFault) in try publication.keep(path, steps: steps)
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
  do {
    return try await concurrentMap(elements, tasks: tasks) { try transform($0) }
  } catch let fault as DiskFault {
    throw fault
  } catch {
    // The only other error is that the task was cancelled.
    throw DiskFault(shown, ECANCELED, .write)
  }
}
