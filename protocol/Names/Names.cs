namespace Harness.Protocol.Names;

/// <summary><c>providers/{provider}</c>.</summary>
public sealed record ProviderName(string Provider) : ResourceName
{
    public override string Id => Provider;

    public override ResourceName? Parent => null;

    protected override string Collection => "providers";

    public EnvironmentName Environment(string environment) => new(this, environment);

    public IssueName Issue(string issue) => new(this, issue);
}

/// <summary><c>providers/{provider}/environments/{environment}</c>.</summary>
public sealed record EnvironmentName(ProviderName Provider, string Environment) : ResourceName
{
    public override string Id => Environment;

    public override ResourceName Parent => Provider;

    protected override string Collection => "environments";

    public InterconnectName Interconnect(string interconnect) => new(this, interconnect);
}

/// <summary><c>.../interconnects/{interconnect}</c>.</summary>
public sealed record InterconnectName(EnvironmentName Environment, string Interconnect) : ResourceName
{
    public override string Id => Interconnect;

    public override ResourceName Parent => Environment;

    protected override string Collection => "interconnects";

    public ChannelName Channel(string channel) => new(this, channel);

    public ConnectionName Connection(string connection) => new(this, connection);
}

/// <summary><c>.../channels/{channel}</c>.</summary>
public sealed record ChannelName(InterconnectName Interconnect, string Channel) : ResourceName
{
    public override string Id => Channel;

    public override ResourceName Parent => Interconnect;

    protected override string Collection => "channels";

    public MacSecKeyName MacSecKey(string key) => new(this, key);
}

/// <summary><c>.../channels/{channel}/macSecKeys/{macSecKey}</c>.</summary>
public sealed record MacSecKeyName(ChannelName Channel, string MacSecKey) : ResourceName
{
    public override string Id => MacSecKey;

    public override ResourceName Parent => Channel;

    protected override string Collection => "macSecKeys";
}

/// <summary><c>.../connections/{connection}</c>.</summary>
public sealed record ConnectionName(InterconnectName Interconnect, string Connection) : ResourceName
{
    public override string Id => Connection;

    public override ResourceName Parent => Interconnect;

    protected override string Collection => "connections";

    public FeatureName Feature(string feature) => new(this, feature);
}

/// <summary><c>.../connections/{connection}/features/{feature}</c>.</summary>
public sealed record FeatureName(ConnectionName Connection, string Feature) : ResourceName
{
    public override string Id => Feature;

    public override ResourceName Parent => Connection;

    protected override string Collection => "features";
}

/// <summary><c>providers/{provider}/issues/{issue}</c>.</summary>
public sealed record IssueName(ProviderName Provider, string Issue) : ResourceName
{
    public override string Id => Issue;

    public override ResourceName Parent => Provider;

    protected override string Collection => "issues";
}
