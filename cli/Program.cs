using Harness.Cli;

using var signals = new StopSignals();
return await HarnessCommand.RunAsync(args, Surroundings.OfThisProcess(), signals.Token);
