namespace Harness.Protocol.Names;

/// <summary>
/// The two names of a shared resource: each provider serves it below the other's id, so the names differ in
/// the provider segment only (ENV-01).
/// </summary>
public static class Counterpart
{
    /// <summary>The same resource below another provider's prefix.</summary>
    public static TName Below<TName>(this TName name, ProviderName provider)
        where TName : ResourceName => (TName)Move(name, provider);

    /// <summary>The provider segment that a name starts with.</summary>
    public static ProviderName Root(this ResourceName name)
    {
        var part = name;
        while (part.Parent is { } parent)
            part = parent;
        return (ProviderName)part;
    }

    /// <summary>Whether a name is <paramref name="ancestor"/> or lies below it.</summary>
    public static bool IsAtOrBelow(this ResourceName name, ResourceName ancestor)
    {
        for (ResourceName? part = name; part is not null; part = part.Parent)
            if (part == ancestor)
                return true;
        return false;
    }

    /// <summary>The part of a name that is of one kind, itself included; null where there is none.</summary>
    public static TName? Ancestor<TName>(this ResourceName name)
        where TName : ResourceName
    {
        for (ResourceName? part = name; part is not null; part = part.Parent)
            if (part is TName found)
                return found;
        return null;
    }

    private static ResourceName Move(ResourceName name, ProviderName provider) => name switch
    {
        ProviderName => provider,
        EnvironmentName n => n with { Provider = provider },
        InterconnectName n => n with { Environment = n.Environment.Below(provider) },
        ChannelName n => n with { Interconnect = n.Interconnect.Below(provider) },
        MacSecKeyName n => n with { Channel = n.Channel.Below(provider) },
        ConnectionName n => n with { Interconnect = n.Interconnect.Below(provider) },
        FeatureName n => n with { Connection = n.Connection.Below(provider) },
        IssueName n => n with { Provider = provider },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "a name of the contract was expected"),
    };
}
