using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Certification.Reports.Json;

/// <summary>Writes an enum as its camel-case word and reads nothing else: a number would outlive its meaning.</summary>
internal sealed class WordOf<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
