using System.Text.Json.Serialization;

namespace Harness.Lab.Runtimes.Agents;

/// <summary>What the machine's agent is asked to do; the shapes stand in <c>Guest/agent.py</c>.</summary>
/// <param name="Id">Comes back with every answer to it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(BuildRequest), "build")]
[JsonDerivedType(typeof(ExecRequest), "exec")]
[JsonDerivedType(typeof(SignalRequest), "signal")]
[JsonDerivedType(typeof(WriteRequest), "write")]
[JsonDerivedType(typeof(ReadRequest), "read")]
internal abstract record AgentRequest(long Id);
