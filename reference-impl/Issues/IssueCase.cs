using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Issues;

/// <summary>An issue that is about to be created.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Proposed">What the caller sends.</param>
/// <param name="LocalIssueId">The id that our own tracker gives it.</param>
/// <param name="Now">The protocol's time.</param>
public sealed record IssueCase(IssueName Name, Issue Proposed, string LocalIssueId, DateTimeOffset Now);
