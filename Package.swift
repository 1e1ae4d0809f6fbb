// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of the house: strict settings, and only the arrows named, which `ArchitectureTests` hold.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A test target, as strict as the sources; `exclude` names its data, which tests read from the disk.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "banbao",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "banbao", targets: ["banbao"])],
  // Exact, so that a release is built from what was tested; `.github/NOTICE` names what these bring with them.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CIconv"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CWebP", pkgConfig: "libwebp",
      providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
    .target(name: "CArena"),
    .target(name: "CBareRoot"),
    .target(name: "CBanbaoDisk"),
    .target(name: "CDefaultTheme"),
    .target(name: "CReferences"),
    .target(name: "CStarter", exclude: ["starter"]),
    module("BanbaoDiagnostics"),
    module("BanbaoHTML"),
    module(
      "BanbaoSource",
      ["BanbaoDiagnostics", "CLibYAML", .product(name: "Crypto", package: "swift-crypto")]),
    module("BanbaoMarkdown", ["BanbaoDiagnostics", "BanbaoHTML", "CArena", "CCmarkGFM"]),
    module("BanbaoTheme", ["BanbaoDiagnostics", "BanbaoHTML"]),
    module("BanbaoSearch", ["BanbaoHTML"]),
    module("BanbaoFiles", ["CExpat", "CMinizip", "CPNG", "CTurboJPEG", "CWebP", "CZlib"]),
    module(
      "BanbaoSite",
      [
        "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoMarkdown", "BanbaoTheme", "BanbaoFiles",
        "BanbaoSearch",
      ]),
    module("BanbaoUnion", ["BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoTheme"]),
    module(
      "BanbaoFinance", ["BanbaoUnion", "BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoTheme"]),
    module(
      "BanbaoKinds",
      [
        "BanbaoUnion", "BanbaoFinance", "BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource",
        "BanbaoMarkdown", "BanbaoTheme",
      ]),
    module(
      "BanbaoDisk",
      ["BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "CBanbaoDisk", "CDefaultTheme", "CStarter"]),
    module(
      "BanbaoPreview",
      [
        "BanbaoDiagnostics", "BanbaoHTML", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "banbao",
      dependencies: [
        "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoFiles", "BanbaoSearch", "BanbaoSite", "BanbaoFinance",
        "BanbaoKinds", "BanbaoDisk", "BanbaoPreview", "CArena", "CBareRoot",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "banbao-bench",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: [
        "BanbaoSite", "BanbaoKinds", "BanbaoDisk", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoTheme",
        "CIconv", "CReferences",
      ], path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "BanbaoKinds", "BanbaoFinance", "BanbaoDisk", "BanbaoPreview", "BanbaoSite", "BanbaoMarkdown", "BanbaoTheme",
        "BanbaoSource", "BanbaoHTML", "BanbaoDiagnostics", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
      ], path: "Tests/FuzzTargets", swiftSettings: settings),
    tests("DiagnosticsTests", ["BanbaoDiagnostics", "TestSupport"]),
    tests("SourceTests", ["BanbaoSource", "BanbaoDiagnostics", "TestSupport"]),
    tests("SearchTests", ["BanbaoSearch", "TestSupport"]),
    tests("FilesTests", ["BanbaoFiles", "TestSupport"], exclude: ["checks", "pictures"]),
    tests("MarkdownTests", ["BanbaoMarkdown", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "TestSupport"]),
    tests("ThemeTests", ["BanbaoTheme", "BanbaoDiagnostics", "BanbaoHTML", "TestSupport"]),
    tests(
      "SiteTests",
      [
        "BanbaoSite", "BanbaoKinds", "BanbaoFinance", "BanbaoUnion", "BanbaoDisk", "BanbaoDiagnostics", "BanbaoHTML",
        "BanbaoSource", "BanbaoTheme", "BanbaoFiles", "BanbaoSearch", "TestSupport",
      ], exclude: ["NameSentences.txt"]),
    tests(
      "MistakeTests", ["BanbaoSite", "BanbaoKinds", "BanbaoDisk", "BanbaoDiagnostics", "BanbaoSource", "TestSupport"],
      exclude: ["Examples.txt", "Mistakes"]),
    tests("CaseTests", ["TestSupport"], exclude: ["Cases.txt", "SharedCases.txt"]),
    tests(
      "FinanceTests", ["BanbaoFinance", "BanbaoSite", "BanbaoDiagnostics", "BanbaoSource", "TestSupport"],
      exclude: ["checks"]),
    tests("DiskTests", ["BanbaoDisk", "BanbaoDiagnostics", "BanbaoSource", "TestSupport"]),
    tests("PreviewTests", ["BanbaoPreview", "BanbaoDiagnostics", "BanbaoHTML"]),
    tests(
      "GoldenTests", ["BanbaoDisk", "BanbaoSite", "BanbaoSource", "BanbaoDiagnostics", "TestSupport"],
      exclude: ["content", "expected"]),
    tests(
      "ReportTests", ["BanbaoKinds", "BanbaoSite", "BanbaoSource", "BanbaoDiagnostics", "TestSupport"],
      exclude: ["Reports"]),
    tests("PropertyTests", ["BanbaoKinds", "BanbaoSite", "BanbaoSource", "BanbaoDiagnostics", "TestSupport"]),
    tests("FuzzTests", ["FuzzTargets", "TestSupport"], exclude: ["corpora"]),
    tests(
      "CLITests",
      ["banbao", "BanbaoKinds", "BanbaoDisk", "BanbaoSite", "BanbaoSource", "BanbaoDiagnostics", "TestSupport"],
      exclude: ["EarlierSites.txt"]),
    tests(
      "ServeTests",
      [
        "banbao", "BanbaoPreview", "BanbaoDisk", "BanbaoSite", "BanbaoSource", "BanbaoHTML",
        "BanbaoDiagnostics", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(
      "ArchitectureTests",
      [
        "BanbaoDisk", "BanbaoKinds", "BanbaoUnion", "BanbaoSite", "BanbaoSource", "BanbaoDiagnostics", "TestSupport",
        "BanbaoTheme",
      ]),
    tests("BrowserTests", ["banbao", "BanbaoSearch", "TestSupport"], exclude: ["checks"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer's program, which only `.ci/fuzz` builds: the flags it needs are no part of the package.
if Context.environment["BANBAO_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/Fuzz", swiftSettings: settings))
}
