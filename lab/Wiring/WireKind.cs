namespace Harness.Lab.Wiring;

/// <summary>What a wire is for.</summary>
internal enum WireKind
{
    /// <summary>A member of a channel's LAG.</summary>
    Member = 1,

    /// <summary>Between a site's router and a device.</summary>
    Attachment = 2,

    /// <summary>Between a site's router and its host.</summary>
    Site = 3,

    /// <summary>The LAG itself, which is no wire but has an Ethernet address.</summary>
    Lag = 4,
}
