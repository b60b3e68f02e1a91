using Harness.Reference.Hosting;

namespace Harness.Cli.Local;

/// <summary>
/// Changes from outside what a reference is made of, just before it starts: its rules, store, network, deliveries
/// or what stands before its handlers. It is how a reference is broken for a self-test, or made to differ.
/// </summary>
/// <param name="options">What it would be started with.</param>
/// <returns>What it is started with.</returns>
internal delegate ReferenceOptions Alteration(ReferenceOptions options);
