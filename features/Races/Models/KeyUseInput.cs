namespace Harness.Features.Races.Models;

/// <summary>What is asked about an activation key in a race.</summary>
public enum KeyRequest
{
    /// <summary>ConfirmActivationKey.</summary>
    Confirm,

    /// <summary>CreateConnection with the key, on one interconnect.</summary>
    Create,

    /// <summary>DeleteConnection of what was created.</summary>
    Delete,

    /// <summary>GetConnection.</summary>
    Read,
}

/// <summary>A request about one of the keys of a race.</summary>
/// <param name="Key">The key, numbered from 0: keys do not bear on one another.</param>
/// <param name="Request">What is asked.</param>
public sealed record KeyUseInput(int Key, KeyRequest Request);

/// <summary>How far an activation key is.</summary>
public enum KeyUseState
{
    /// <summary>Given to the customer.</summary>
    Issued,

    /// <summary>Confirmed to the partner.</summary>
    Confirmed,

    /// <summary>Used: its connection stands.</summary>
    Used,

    /// <summary>Its connection was deleted.</summary>
    Dead,
}

/// <summary>What was answered about a key.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Valid">keyValid of the answer; false where it names none.</param>
public sealed record KeyUseAnswer(int Status, bool Valid)
{
    public bool IsDone => Status is >= 200 and <= 299;
}

/// <summary>The state of a key, equal by value.</summary>
public readonly record struct KeyUse(KeyUseState State)
{
    public bool Is(KeyUseState state) => State == state;
}
