namespace Harness.Features.Races.Models;

/// <summary>What is asked of MACsec keys in a race. Keys are numbered from 0, those of the start first.</summary>
public abstract record MacSecInput
{
    private MacSecInput()
    {
    }

    /// <summary>CreateMacSecKey.</summary>
    public sealed record Create(int Key) : MacSecInput;

    /// <summary>DeleteMacSecKey.</summary>
    public sealed record Delete(int Key) : MacSecInput;

    /// <summary>ListMacSecKeys of a channel.</summary>
    public sealed record List(int Channel) : MacSecInput;
}

/// <summary>What was answered about MACsec keys.</summary>
public abstract record MacSecAnswer
{
    private MacSecAnswer()
    {
    }

    /// <summary>A status alone.</summary>
    public sealed record Status(int Code) : MacSecAnswer;

    /// <summary>The keys of a channel, a bit for each.</summary>
    /// <param name="Keys">Those that are listed.</param>
    /// <param name="Active">Those that are active.</param>
    public sealed record Listed(uint Keys, uint Active) : MacSecAnswer;
}

/// <summary>Which keys an interconnect's channels have: a bit for each key.</summary>
/// <param name="Keys">Accepted and not deleted.</param>
/// <param name="Active">Those that a router uses.</param>
/// <param name="Pending">Accepted, and not seen active yet.</param>
/// <param name="Bakes">Whether a rotation has ended, so that two hours have to pass before the next (MAC-04).</param>
public readonly record struct MacSecState(uint Keys, uint Active, uint Pending, bool Bakes);
