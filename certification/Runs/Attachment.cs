using System.Text.Json.Serialization;

namespace Harness.Certification.Runs;

/// <summary>A file that a scenario leaves beside the reports, because it is no text that could stand in them.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="FileName">Its name in the directory of attachments, without that directory.</param>
/// <param name="MediaType">What kind of file it is, such as <c>application/vnd.tcpdump.pcap</c>.</param>
/// <param name="Octets">How large it is.</param>
public sealed record Attachment(string Title, string FileName, string MediaType, long Octets)
{
    /// <summary>What is in it, as long as it is not written; null in a run that was read from a file.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Content { get; init; }
}
