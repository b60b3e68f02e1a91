using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads how callers prove who they are, and which servers are trusted.</summary>
internal sealed class AuthenticationReader(FileSurroundings surroundings, SecretReader secrets)
{
    private static readonly string[] Schemes = ["none", "bearer", "mtls"];
    private static readonly string[] Trusts = ["system", "caFile", "sha256"];

    /// <summary>A caller with the <c>authentication</c> of a mapping.</summary>
    public CallerIdentity Identity(YamlMap map, ProviderName provider)
    {
        const string Expected = "none, or a mapping with bearer or mtls";
        var none = new CallerIdentity(provider, NoAuthentication.Instance, null);
        return map.Needed("authentication", Expected) switch
        {
            null => none,
            YamlScalarNode scalar => OnlyNone(map, scalar, none),
            var node => map.Faults.Map(node, map.PathOf("authentication"), inner => Scheme(inner, provider)) ?? none,
        };
    }

    /// <summary>The <c>trust</c> of a mapping; null where it has none.</summary>
    public ServerTrust? Trust(YamlMap map)
    {
        var machine = new ServerTrust.MachineAuthorities();
        switch (map.Find("trust"))
        {
            case null:
                return null;
            case YamlScalarNode { Value: "system" }:
                return machine;
            case YamlScalarNode scalar:
                map.Faults.Add(
                    scalar, map.PathOf("trust"), "system, or a mapping with caFile or sha256",
                    YamlFaults.Describe(scalar), YamlFaults.DidYouMean(scalar.Value ?? "", Trusts));
                return machine;
            case var node:
                return map.Faults.Map(node, map.PathOf("trust"), Named) ?? machine;
        }
    }

    /// <summary>A certificate with its key, from PEM files; null, and a fault, where that fails.</summary>
    public X509Certificate2? Certificate(YamlMap map)
    {
        var certificate = map.Text("certificate", "a PEM file with a certificate");
        var key = map.Text("key", "a PEM file with the certificate's private key");
        if (certificate.Length == 0 || key.Length == 0)
            return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(surroundings.PathOf(certificate), surroundings.PathOf(key));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            map.Wrong("certificate", "a certificate and its private key in PEM", cause.Message);
            return null;
        }
    }

    private static CallerIdentity OnlyNone(YamlMap map, YamlScalarNode scalar, CallerIdentity none)
    {
        if (scalar.Value != "none")
            map.Faults.Add(
                scalar, map.PathOf("authentication"), "none, or a mapping with bearer or mtls",
                YamlFaults.Describe(scalar), YamlFaults.DidYouMean(scalar.Value ?? "", Schemes));
        return none;
    }

    private CallerIdentity? Scheme(YamlMap map, ProviderName provider)
    {
        var token = map.Map("bearer", secrets.Token);
        var certificate = map.Map("mtls", Certificate);
        if (map.Keys.Count(key => key is "bearer" or "mtls") != 1)
            map.Faults.Add(map.Node, map.Path, "one of the keys bearer, mtls", string.Join(", ", map.Keys));
        if (token is not null)
            return new CallerIdentity(provider, new BearerAuthentication(token.Reveal()), token);
        return certificate is null
            ? null
            : new CallerIdentity(provider, new MutualTlsAuthentication(certificate), null);
    }

    private ServerTrust? Named(YamlMap map)
    {
        var authorities = map.Find("caFile") is null ? null : Authorities(map);
        var print = map.OptionalText("sha256", "a SHA-256 in hex")?.Replace(":", "", StringComparison.Ordinal);
        if (print is not null && (print.Length != 64 || !print.All(char.IsAsciiHexDigit)))
            map.Wrong("sha256", "the SHA-256 of the server's certificate, 64 hex digits");
        if (map.Keys.Count(key => key is "caFile" or "sha256") != 1)
            map.Faults.Add(map.Node, map.Path, "one of the keys caFile, sha256", string.Join(", ", map.Keys));
        return print is null ? authorities : new ServerTrust.Pinned(print);
    }

    private ServerTrust.Authorities? Authorities(YamlMap map)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(surroundings.PathOf(map.Text("caFile", "a PEM file")));
            if (certificates.Count > 0)
                return new ServerTrust.Authorities(certificates);
            map.Wrong("caFile", "a PEM file with certificates", "a file without any");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            map.Wrong("caFile", "a PEM file with certificates", cause.Message);
        }

        return null;
    }
}
