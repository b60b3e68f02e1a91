using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Key material turns up where people read (SEC-05).</summary>
internal static class SecretMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("key-echoed", "SEC-05", "the refusal of a connection repeats the activation key",
            Echo(CreateConnection, "activationKey")),
        new("password-echoed", "SEC-05", "the refusal of a feature repeats its BGP password",
            Echo(CreateFeature, "featureConfig")),
        new("cak-echoed", "SEC-05", "the refusal of a MACsec key repeats its CAK", Echo(CreateMacSecKey, "cak")),
        new("malformed-body-echoed", "SEC-05", "the refusal of a body that breaks off repeats it",
            Wire.Calls(CreateConnection, async call =>
            {
                var reply = await call.ProceedAsync();
                return reply.IsSuccess || call.Json().Count > 0
                    ? reply
                    : reply.Edited(json => json["detail"] = $"unexpected end of {call.Text}");
            })),
        new("bodies-logged", "SEC-05", "the log repeats what a refused request carried",
            Logged((call, reply) => !reply.IsSuccess ? call.Text : null)),
        new("password-logged", "SEC-05", "the log repeats the BGP password of an accepted feature",
            Logged((call, reply) => reply.IsSuccess && call.Operation == CreateFeature ? call.Text : null)),
        new("key-logged", "SEC-05", "the log repeats the activation key that is confirmed",
            Logged((call, reply) => call.Operation == ConfirmActivationKey ? $"{call.Json()["encodedKey"]}" : null)),
    ];

    private static Alteration Echo(Operation operation, string field) => Wire.Calls(operation, async call =>
    {
        var reply = await call.ProceedAsync();
        return reply.IsSuccess
            ? reply
            : reply.Edited(json => json["detail"] = $"found {call.Json()[field]?.ToJsonString()}");
    });

    private static Alteration Logged(Func<Call, Reply, string?> line) => options => Wire.Calls(async call =>
    {
        var reply = await call.ProceedAsync();
        if (line(call, reply) is { Length: > 0 } text)
            await (options.Log ?? TextWriter.Null).WriteLineAsync(text.ReplaceLineEndings(" "));
        return reply;
    })(options);
}
