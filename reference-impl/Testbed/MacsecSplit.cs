namespace Harness.Reference.Testbed;

/// <summary>How the providers share the MACsec duty of an interconnect (CHN-02).</summary>
internal enum MacsecSplit
{
    Even,
    Agreed,
}
