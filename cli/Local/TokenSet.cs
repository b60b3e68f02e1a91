using System.Security.Cryptography;
using Harness.Features.Target.Templates;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>
/// The tokens of one start of the reference. Those that are not given are made, each in a file of its own that a
/// target file can name.
/// </summary>
internal sealed class TokenSet
{
    private const int Bytes = 24;
    private readonly Dictionary<string, LocalToken> tokens;

    private TokenSet(Dictionary<string, LocalToken> tokens) => this.tokens = tokens;

    /// <summary>Whose token stands for the customer and the operator; no provider can have this id.</summary>
    public static string PortalOwner => "the portal";

    /// <summary>What the customer and the operator show.</summary>
    public LocalToken Portal => tokens[PortalOwner];

    /// <summary>Takes the tokens that are given, makes the others and writes those.</summary>
    /// <param name="files">Where made tokens go.</param>
    /// <param name="testbed">Names the providers: each peer shows its token, the reference shows its own.</param>
    /// <param name="given">Tokens by owner.</param>
    public static TokenSet Make(
        PrivateFiles files,
        TestbedModel testbed,
        IReadOnlyDictionary<string, LocalToken> given)
    {
        string[] owners = [PortalOwner, testbed.Provider.Id, .. testbed.Peers.Select(peer => peer.Id)];
        return new TokenSet(owners.Distinct().ToDictionary(
            owner => owner,
            owner => given.GetValueOrDefault(owner) ?? Make(files, owner)));
    }

    /// <summary>What a provider shows to the servers that it calls.</summary>
    public LocalToken Of(string providerId) => tokens[providerId];

    private static LocalToken Make(PrivateFiles files, string owner)
    {
        var name = owner == PortalOwner ? "portal.token" : $"provider-{owner}.token";
        var value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        files.Write(name, value + "\n");
        return new LocalToken(value, SecretSource.File(name));
    }
}
