package import BanbaoDiagnostics

/// Every rule of this module, for `banbao explain`.
package enum SourceRules {
  package static let all =
    EncodingRules.all + FrontMatterRules.all + YAMLRules.all + SlipRules.all + FieldRules.all + ValueRules.all
}
