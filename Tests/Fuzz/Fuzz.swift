import Dispatch
import Foundation
import FuzzTargets
import TestSupport

/// libFuzzer, as a library: https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds a target with what libFuzzer makes up.
///
/// - `Fuzz --target=TARGET [options of libFuzzer] FOLDER…` feeds it; libFuzzer leaves options with two hyphens alone;
/// - `Fuzz --target=TARGET repeat COUNT` feeds it with the inputs that the tests keep, made long by `repetition`;
/// - `Fuzz --target=TARGET unpack FOLDER` writes the inputs that the tests keep into files;
/// - `Fuzz --target=TARGET pack FOLDER` prints the files of a folder as the tests keep them.
@main
struct Program {
  static func main() throws {
    let arguments = CommandLine.arguments
    let named = arguments.lazy.filter { $0.hasPrefix("--target=") }.first?.dropFirst("--target=".count)
    guard let target = named.flatMap({ FuzzTarget(rawValue: String($0)) }) else {
      print("Fuzz --target=\(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) …")
      exit(2)
    }
    if arguments.count == 4, arguments[2] == "unpack" { return try unpack(target, URL(filePath: arguments[3])) }
    if arguments.count == 4, arguments[2] == "pack" { return try pack(URL(filePath: arguments[3])) }
    chosen = target
    measuresMemory = ProcessInfo.processInfo.environment["BANBAO_FUZZ_MEMORY"] != "no"
    if arguments.count == 4, arguments[2] == "repeat", let count = Int(arguments[3]) {
      var numbers = SplitMix64(seed: UInt64(count))
      let kept = try Corpus.kept(for: target)
      for number in 0..<count {
        // A template that prints itself becomes a page a hundred times as long.
        let longest = target == .template ? 4 << 10 : 32 << 10
        let length = number % 2 == 0 ? longest / 4 : longest
        _ = feed(repetition(of: numbers.pick(kept), toLength: length, &numbers))
      }
      return
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    var count = CInt(arguments.count)
    pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      exit(runDriver(&count, &start) { feed(Array(UnsafeBufferPointer(start: $0, count: $1))) })
    }
  }

  private static func unpack(_ target: FuzzTarget, _ folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, input) in try Corpus.kept(for: target).enumerated() {
      try Data(input).write(to: folder.appending(path: "kept-\(number)"))
    }
  }

  private static func pack(_ folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for line in try files.map({ Corpus.line(Array(try Data(contentsOf: $0))) }).sorted() { print(line) }
  }
}

nonisolated(unsafe) private var chosen = FuzzTarget.record
nonisolated(unsafe) private var measuresMemory = true

/// Gives one input to the target, and ends the program where it is dealt with wrongly.
private func feed(_ input: [UInt8]) -> CInt {
  let target = chosen
  let before = measuresMemory ? resetPeak() : 0
  let start = secondsTaken()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      if let fault = try await target.fault(of: input) {
        fail(input, fault)
      }
    } catch {
      fail(input, "\(error)")
    }
    done.signal()
  }
  done.wait()
  let seconds = secondsTaken() - start
  if seconds > 2 { fail(input, "it takes \(seconds) s") }
  if measuresMemory {
    let taken = peak() - before
    if taken > 64 << 20 + 10 * input.count { fail(input, "it takes \(taken >> 20) MB for \(input.count) bytes") }
  }
  return 0
}

/// Ends the program. The backtrace is printed in the place of what the fuzzer would keep.
private func fail(_ input: [UInt8], _ fault: String) -> Never {
  FileHandle.standardError.write(Data("input of the fault: \(Corpus.line(input))\n".utf8))
  fatalError(fault)
}

/// Sets the highest memory of the process to what it has now, and says how much that is, in bytes.
private func resetPeak() -> Int {
  let file = open("/proc/self/clear_refs", O_WRONLY)
  write(file, "5", 1)
  close(file)
  return peak()
}

/// The highest memory of the process, in bytes.
private func peak() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss << 10
}

/// What all threads of the process took of the processor until now, in seconds: whatever else the machine is doing.
private func secondsTaken() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
