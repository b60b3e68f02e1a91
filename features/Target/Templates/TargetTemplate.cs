using System.Text;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Templates;

/// <summary>The commented target file that a partner starts from.</summary>
public static class TargetTemplate
{
    private const int Width = 96;

    private static readonly SecretSource PortalToken = SecretSource.Variable("PORTAL_TOKEN");

    /// <summary>The file's text. It loads as it is, once the tokens it names are set.</summary>
    public static string Yaml()
    {
        var yaml = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var definition in HookTable.All)
        {
            yaml.Append('\n');
            Describe(yaml, definition);
            yaml.Append(Example(definition.Hook));
        }

        return yaml.ToString();
    }

    private static string Example(Hook hook) => hook switch
    {
        Hook.SetInterconnectState => """
              setInterconnectState:
                prompt:
                  text: "Set interconnect {interconnect} of environment {environment} to {state}, then press Enter."

            """.ReplaceLineEndings("\n"),
        Hook.ReadLogs => """
              readLogs:
                command:
                  run: [cat, coordinator.log]
                  outputs: {text: $}

            """.ReplaceLineEndings("\n"),
        _ => ExampleHooks.Yaml(hook, PortalToken),
    };

    private static void Describe(StringBuilder yaml, HookDefinition definition)
    {
        Comment(yaml, $"{definition.Name}: {definition.Purpose}.");
        foreach (var input in definition.Inputs)
            Comment(yaml, $"  {{{input.Name}}}: {input.Meaning}");
        foreach (var output in definition.Outputs)
            Comment(yaml, $"  brings back {output.Name}{(output.Optional ? " (optional)" : "")}: {output.Meaning}");
    }

    private static void Comment(StringBuilder yaml, string text)
    {
        var line = new StringBuilder("  #");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                yaml.Append(line).Append('\n');
                line.Clear().Append("  #    ");
            }

            line.Append(' ').Append(word);
        }

        yaml.Append(line).Append('\n');
    }

    private const string Head = """
        # The target file: all that the harness knows of the coordinator under test.
        # Secrets stay outside: they come from environment variables or from files.

        name: My coordinator
        # version: "1.0"                # shown in the report

        # Root of the coordinator's API, of which /providers is a part. It may carry a path.
        baseUrl: "https://coordinator.example"

        # How the harness, as the partner, proves who it is. One of:
        #   authentication: none
        #   authentication: {bearer: {tokenEnv: PARTNER_TOKEN}}       or {tokenFile: partner.token}
        #   authentication: {mtls: {certificate: partner.pem, key: partner.key}}
        authentication: {bearer: {tokenEnv: PARTNER_TOKEN}}

        # Which server certificate is accepted. One of:
        #   trust: system                       what this machine trusts
        #   trust: {caFile: ca.pem}             what this authority has issued
        #   trust: {sha256: "AB:CD:..."}        this one certificate
        trust: system

        providers:
          target: aurora                  # id of the provider under test
          partner: borealis               # id of the provider that the harness plays
          partnerAsn: 64512               # the partner's ASN, where guidance leaves the choice
          # A third provider, with credentials of its own, for the isolation scenarios:
          # stranger:
          #   id: cirrus
          #   authentication: {bearer: {tokenEnv: STRANGER_TOKEN}}
          #   environment: env-cirrus     # an environment that it shares with the target, if any

        # The partner's own server, which the target calls.
        partner:
          listen: "0.0.0.0:8443"          # port 0 takes a free one
          publicUrl: "https://harness.example:8443"   # as the target reaches it
          # tls: {certificate: server.pem, key: server.key}   # otherwise made for the run
          # inbound: {tokenEnv: INBOUND_TOKEN}                # token that the target has to show

        # Customer accounts that scenarios act with.
        accounts:
          good: customer-1                # at the target, in good standing and with quota
          remote: account-at-partner      # at the partner: destinationAccountId of the keys
          # suspended: customer-2         # at the target, not in good standing
          # full: customer-3              # at the target, with no quota left

        # How requirements that speak of hours are decided:
        #   controlled   the advanceClock hook moves the target's clock
        #   real         the hours are waited for
        #   skip         those requirements are skipped, and so not certified
        clock:
          mode: skip
          # keyLifetime: 24h              # how long an activation key is valid

        timeouts:
          request: 10s                    # for the whole response to one request
          settle: 30s                     # for what the target does on its own
          negotiation: 60s                # how long the target tries again in a negotiation that fails
          quiet: 1s                       # how long nothing may happen before it counts as not happening
          operator: 5m                    # for a command or a person
          scenario: 2m                    # for one scenario

        # The static resources that target and partner have agreed on, and that the harness may use.
        # Each environment is used by one scenario at a time: more of them make a run quicker.
        testbed:
          # spareEnvironment: env-2       # kept apart, for scenarios that need a second one
          environments:
            - id: env-1                   # or ids: [env-1, env-2] for environments that are alike
              # defer: true             # provisioning is always deferred here: an environment kept apart for that
              # deferralTimeoutHours: 24  # and how long a deferral may take
              interconnects:
                - id: ix1
                  state: ACTIVE           # ACTIVE, PENDING or CLOSED
                  maxBandwidthMbps: 10000
                  sizesMbps: [100, 1000, 10000]
                  # macsecSplit: agreed   # the key duty is split otherwise than in halves
                  # rotateKeys: true      # scenarios may rotate the keys of its channels
                  channels:
                    - {id: ch1, macsecManager: borealis}
                    - {id: ch2, macsecManager: aurora}
                    - {id: ch3, macsecManager: borealis}
                    - {id: ch4, macsecManager: aurora}

        # How the customer and the operator act at the target. A hook that is left out skips the
        # scenarios that need it. Each hook is carried out in one of three ways:
        #   http      a request; 2xx below `expect` is done, 4xx is refused, all else an error
        #   command   a program without a shell; exit code 0 is done, 3 is refused; JSON on its output
        #   prompt    a person; `fields` lists what to answer with
        # {placeholders} are filled in; {env:NAME} and {file:path} are secrets. `outputs` says where
        # in the JSON that comes back a value stands. Every hook may also use {baseUrl},
        # {targetProvider} and {partnerProvider}.
        hooks:
        """ + "\n";
}
