using System.Text.Json;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>What a client made from a released document would stumble over in another.</summary>
/// <remarks>
/// Requests may be understood more widely, and answers may say more. What a client may send must not become less: parameters and fields
/// that are gone are refused. What it reads must not become less, either.
/// </remarks>
internal sealed class BreakingChanges
{
    private readonly SchemaChanges _schemas;
    private readonly List<string> _found = [];

    private BreakingChanges(JsonElement released, JsonElement current)
    {
        _schemas = new SchemaChanges(released, current, _found);
    }

    /// <summary>All of them, each with its place.</summary>
    public static IReadOnlyList<string> Between(JsonElement released, JsonElement current)
    {
        var changes = new BreakingChanges(released, current);
        var there = DocumentedOperation.In(current).ToDictionary(operation => (operation.Path, operation.Method));
        foreach (var operation in DocumentedOperation.In(released))
        {
            if (there.TryGetValue((operation.Path, operation.Method), out var now))
            {
                changes.Compare(operation, now);
            }
            else
            {
                changes._found.Add($"{operation.Method} {operation.Path} is gone");
            }
        }

        return changes._found;
    }

    private void Compare(DocumentedOperation released, DocumentedOperation current)
    {
        if (released.Id != current.Id)
        {
            _found.Add($"{released.Id} is now called {current.Id}");
        }

        CompareParameters(released, current);
        CompareBodies(released, current);
        CompareResponses(released, current);
    }

    private void CompareParameters(DocumentedOperation released, DocumentedOperation current)
    {
        var now = current.Parameters.ToDictionary(NameOf);
        foreach (var parameter in released.Parameters)
        {
            var place = $"{released.Id} {NameOf(parameter)}";
            if (!now.Remove(NameOf(parameter), out var there))
            {
                _found.Add($"{place} is gone");
                continue;
            }

            if (IsRequired(there) && !IsRequired(parameter))
            {
                _found.Add($"{place} became required");
            }

            _schemas.CompareSent(parameter.GetProperty("schema"), there.GetProperty("schema"), place);
        }

        _found.AddRange(now.Where(added => IsRequired(added.Value)).Select(added => $"{released.Id} {added.Key} is new and required"));
    }

    private void CompareBodies(DocumentedOperation released, DocumentedOperation current)
    {
        var isThere = current.Json.TryGetProperty("requestBody", out var now);
        if (released.Json.TryGetProperty("requestBody", out var before))
        {
            foreach (var content in before.GetProperty("content").EnumerateObject())
            {
                if (isThere && now.GetProperty("content").TryGetProperty(content.Name, out var there))
                {
                    _schemas.CompareSent(content.Value.GetProperty("schema"), there.GetProperty("schema"), $"{released.Id} body");
                }
                else
                {
                    _found.Add($"{released.Id} takes no body of {content.Name} any more");
                }
            }
        }

        if (isThere && IsRequired(now) && !(before.ValueKind == JsonValueKind.Object && IsRequired(before)))
        {
            _found.Add($"{released.Id} body became required");
        }
    }

    private void CompareResponses(DocumentedOperation released, DocumentedOperation current)
    {
        foreach (var response in released.Responses)
        {
            var place = $"{released.Id} {response.Name}";
            if (!current.Json.GetProperty("responses").TryGetProperty(response.Name, out var there))
            {
                // A refusal that no longer comes breaks nobody.
                if (response.Name[0] is '2' or '3')
                {
                    _found.Add($"{place} is gone");
                }
            }
            else if (response.Value.TryGetProperty("content", out var contents))
            {
                CompareContents(contents, there, place);
            }
        }
    }

    private void CompareContents(JsonElement released, JsonElement current, string place)
    {
        foreach (var content in released.EnumerateObject())
        {
            if (current.TryGetProperty("content", out var contents) && contents.TryGetProperty(content.Name, out var now))
            {
                _schemas.CompareReceived(content.Value.GetProperty("schema"), now.GetProperty("schema"), place);
            }
            else
            {
                _found.Add($"{place} is no {content.Name} any more");
            }
        }
    }

    private static string NameOf(JsonElement parameter) => $"{parameter.GetProperty("in")} {parameter.GetProperty("name")}";

    private static bool IsRequired(JsonElement what) => what.TryGetProperty("required", out var required) && required.GetBoolean();
}
