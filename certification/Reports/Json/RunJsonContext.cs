using System.Text.Json.Serialization;
using Harness.Certification.Bundles;
using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Json;

/// <summary>
/// How a run is laid out in <c>run.json</c>, and a part of one in a failure bundle. Strict both ways: an unknown, a
/// missing or a doubled member is damage, because the format that the file names changes when the layout does.
/// </summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(WordOf<Level>),
        typeof(WordOf<Verdict>),
        typeof(WordOf<Blame>),
        typeof(WordOf<RunVerdict>),
        typeof(WordOf<WaiverState>),
        typeof(WordOf<StepStatus>),
        typeof(WordOf<Direction>),
    ])]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(FailureBundle))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
