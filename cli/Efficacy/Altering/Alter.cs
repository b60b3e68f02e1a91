using System.Security.Authentication;
using Harness.Cli.Local;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Rules;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Alterations of what the reference is made of, each from outside its code.</summary>
internal static class Alter
{
    /// <summary>Several alterations, one after the other.</summary>
    public static Alteration All(params Alteration[] alterations) =>
        options => alterations.Aggregate(options, (altered, alteration) => alteration(altered));

    /// <summary>An alteration with a state that belongs to one start.</summary>
    public static Alteration With<TState>(Func<TState, Alteration> alteration)
        where TState : new() => options => alteration(new TState())(options);

    /// <summary>Other rules in the place of those of the same keys.</summary>
    public static Alteration Rules(params Rule[] rules) =>
        options => options with { Rules = rules.Aggregate(options.Rules, (book, rule) => book.Replace(rule)) };

    /// <summary>Statements of the store, schema included, in which one text stands for another.</summary>
    public static Alteration Sql(string text, string other) => Sql(sql => sql.Replace(text, other));

    /// <summary>Other statements of the store; called for each statement whenever it runs.</summary>
    public static Alteration Sql(Func<string, string> statement) =>
        options => options with { Store = new AlteredStore(options.Store, statement) };

    /// <summary>Something else in the place of deliveries of a kind.</summary>
    /// <param name="kind">Which deliveries.</param>
    /// <param name="deliver">Gets the delivery and the handler that it would go to.</param>
    public static Alteration Deliveries(
        string kind,
        Func<Delivery, IDeliveryHandler, CancellationToken, Task<DeliveryResult>> deliver) => options =>
    {
        var before = options.Deliverer;
        return options with
        {
            Deliverer = handler => handler.Kind == kind
                ? new AlteredDelivery(before(handler), deliver)
                : before(handler),
        };
    };

    /// <summary>Another network.</summary>
    public static Alteration Network(Func<INetwork, INetwork> network) => options => options with
    {
        Network = network(options.Network ?? new SimulatedNetwork(options.NetworkDelay, options.TechnicalTime)),
    };

    /// <summary>Other versions of TLS.</summary>
    public static Alteration Tls(SslProtocols versions) => options => options with { Tls = versions };
}
