using System.Text.Json;
using Harness.Protocol.Json;
using NUnit.Framework;

namespace Harness.Tests.Protocol.Json;

public sealed class EnumWordsTests
{
    private static readonly object[] Published =
    [
        new object[] { new EnumWords.AdminStateWords().All, "ADMIN_STATE_ENABLED ADMIN_STATE_DISABLED" },
        new object[]
        {
            new EnumWords.VerificationStateWords().All,
            "VERIFICATION_STATE_UNVERIFIED VERIFICATION_STATE_VERIFIED",
        },
        new object[]
        {
            new EnumWords.ProvisioningStateWords().All, "PROVISIONING_STATE_PENDING PROVISIONING_STATE_FINAL",
        },
        new object[]
        {
            new EnumWords.InterconnectStateWords().All,
            "INTERCONNECT_STATE_PENDING INTERCONNECT_STATE_ACTIVE INTERCONNECT_STATE_CLOSED",
        },
        new object[]
        {
            new EnumWords.EnvironmentVisibilityWords().All,
            "ENVIRONMENT_VISIBILITY_PRIVATE ENVIRONMENT_VISIBILITY_PUBLIC",
        },
        new object[] { new EnumWords.FeatureTypeWords().All, "FEATURE_TYPE_L3_BASE" },
        new object[]
        {
            new EnumWords.IssueStateWords().All,
            "STATE_UNSPECIFIED STATE_OPEN STATE_IN_PROGRESS STATE_ACTION_REQUIRED STATE_CLOSED",
        },
        new object[]
        {
            new EnumWords.IssuePriorityWords().All,
            "PRIORITY_UNSPECIFIED PRIORITY_P0 PRIORITY_P1 PRIORITY_P2 PRIORITY_P3 PRIORITY_P4",
        },
        new object[]
        {
            new EnumWords.IssueContextWords().All,
            "ISSUE_CONTEXT_UNSPECIFIED ISSUE_CONTEXT_CONNECTION_ISSUE ISSUE_CONTEXT_INTERCONNECT_ISSUE",
        },
    ];

    [TestCaseSource(nameof(Published))]
    public void The_words_are_the_published_ones(IReadOnlyCollection<string> words, string published) =>
        Assert.That(words, Is.EqualTo(published.Split(' ')));

    [TestCase("\"FINAL\"")]
    [TestCase("\"provisioning_state_final\"")]
    [TestCase("1")]
    [TestCase("\"\"")]
    public void An_unknown_word_or_a_number_is_malformed(string word) =>
        Assert.That(
            () => JsonSerializer.Deserialize($$"""{"provisioningState":{{word}}}""", ProtocolJson.Default.Feature),
            Throws.InstanceOf<JsonException>().With.Message.Contains("PROVISIONING_STATE_FINAL"));
}
