using System.Runtime;

namespace CostEstimator.Api.Rehearsals;

/// <summary>What this process does, as the runtime tells it.</summary>
internal class RuntimeActivity
{
    /// <summary>How many pieces of work its threads have done since the start.</summary>
    public virtual long WorkDone => ThreadPool.CompletedWorkItemCount;

    /// <summary>How many methods were compiled since the start, each as often as it was.</summary>
    public virtual long MethodsCompiled => JitInfo.GetCompiledMethodCount();
}
