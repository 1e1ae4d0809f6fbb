import Foundation
import TestSupport
import Testing

/// What a disk does to a build, on disks of its own.
@Suite(.enabled(if: mounts(), "only root can mount, and not in every container"))
struct `Mounted disks` {
  /// Runs a script in the site's folder, in which `build` publishes to a small disk, `srv`; what it mounts goes with it.
  private func run(_ script: String, in site: TemporaryFolder) throws -> (output: String, errors: String) {
    let build =
      "build() { '\(Program.banbao.path(percentEncoded: false))' build --output srv/public --as-of 2026-02-20; }"
    let state = "state() { (cd srv && find . -type f | sort | xargs sha256sum); }"
    let shell = try Program(
      ["-m", "bash", "-c", "mkdir srv && mount -t tmpfs -o size=4m none srv\n\(build)\n\(state)\n\(script)"],
      in: site.url,
      of: URL(filePath: "/usr/bin/unshare"))
    _ = shell.end()
    return (try shell.output, try shell.errors)
  }

  @Test func `old pages that cannot be removed are told, and the status says so`() throws {
    let site = try TemporaryFolder(goodSite)
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    try site.write("---\ntitle: 甲\ndate: 2026-02-12\nkind: 通知\n---\n", to: "content/notices/x.md")
    // Nobody removes a folder that another disk is mounted on.
    let commands = "mount -t tmpfs none public/assets && '\(Program.banbao.path(percentEncoded: false))' build"
    let shell = try Program(["-m", "sh", "-c", commands], in: site.url, of: URL(filePath: "/usr/bin/unshare"))
    #expect(shell.end() == 74)
    #expect(try shell.errors.contains("the site is published, but its old pages stay on the disk: cannot remove"))
    #expect(try shell.output.contains("published to public: "))
    #expect(site.exists("public/notices/x.html"))
    let next = try site.run("build")
    #expect(next.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.path).filter { $0.hasPrefix(".public") } == [])
  }

  @Test func `a full and a read-only disk leave the old site alone, and room brings the new one`() throws {
    let site = try TemporaryFolder(goodSite)
    let result = try run(
      """
      build >/dev/null; echo first $?
      before=$(state)
      mkdir -p content/static; head -c 5000000 /dev/zero >content/static/large.dat
      build >/dev/null; echo full $?
      [ "$before" = "$(state)" ] && echo same
      mount -o remount,ro srv; build >/dev/null; echo read-only $?
      [ "$before" = "$(state)" ] && echo same
      mount -o remount,rw,size=32m srv
      # A program that holds the folder open, and another that works in it.
      exec 3<srv/public; (cd srv/public && exec sleep 100) & holder=$!
      build >/dev/null; echo room $?
      kill $holder
      ls -A srv; ls srv/public/large.dat
      """, in: site)
    #expect(
      result.output.split(separator: "\n") == [
        "first 0", "full 74", "same", "read-only 74", "same", "room 0", "public", "srv/public/large.dat",
      ])
    #expect(result.errors.contains("the disk is full"))
    #expect(result.errors.contains("its disk is read-only"))
  }
}

/// Whether a file system can be mounted for one program alone.
private func mounts() -> Bool {
  do {
    let shell = try Program(
      ["-m", "mount", "-t", "tmpfs", "none", "/mnt"], in: URL(filePath: "/"), of: URL(filePath: "/usr/bin/unshare"))
    return shell.end() == 0
  } catch {
    return false
  }
}
