namespace Harness.Protocol.Resources;

/// <summary>Whether a provider has administratively enabled a resource.</summary>
public enum AdminState
{
    Enabled,
    Disabled,
}

/// <summary>Whether a connection is ready for production traffic (PRO-03).</summary>
public enum VerificationState
{
    Unverified,
    Verified,
}

/// <summary>Whether a feature's configuration has reached the provider's own network (PRO-01).</summary>
public enum ProvisioningState
{
    Pending,
    Final,
}

/// <summary>Whether an interconnect takes new connections (IXC-01).</summary>
public enum InterconnectState
{
    Pending,
    Active,
    Closed,
}

/// <summary>Who sees an environment at the customer portals.</summary>
public enum EnvironmentVisibility
{
    Private,
    Public,
}

/// <summary>What a feature configures; layer 3 is the only published type.</summary>
public enum FeatureType
{
    L3Base,
}

/// <summary>Progress of an issue; the server's to set (ISS-01).</summary>
public enum IssueState
{
    Unspecified,
    Open,
    InProgress,
    ActionRequired,
    Closed,
}

/// <summary>Urgency of an issue.</summary>
public enum IssuePriority
{
    Unspecified,
    P0,
    P1,
    P2,
    P3,
    P4,
}

/// <summary>Preset kind of an issue, which may require a context of its own (ISS-02).</summary>
public enum IssueContext
{
    Unspecified,
    ConnectionIssue,
    InterconnectIssue,
}
