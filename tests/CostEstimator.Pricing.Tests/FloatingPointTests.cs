using System.Reflection;
using System.Reflection.Emit;
using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Pricing.Tests;

/// <summary>No analyzer bans the keywords and literals of floating point, so the compiled engine is looked through instead.</summary>
public sealed class FloatingPointTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Inexact = [typeof(double), typeof(float), typeof(Half)];

    private static readonly OpCode[] InexactInstructions = [OpCodes.Ldc_R4, OpCodes.Ldc_R8, OpCodes.Conv_R4, OpCodes.Conv_R8, OpCodes.Conv_R_Un];

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    [Fact]
    public void Engine_NoMethodOrField_UsesFloatingPoint()
    {
        var methods = MethodsOf(typeof(Estimator).Assembly.GetTypes()).ToList();
        Assert.True(methods.Count > 100);
        Assert.DoesNotContain(methods, UsesFloatingPoint);
        Assert.DoesNotContain(
            typeof(Estimator).Assembly.GetTypes().SelectMany(type => type.GetFields(Everything)), field => Inexact.Contains(field.FieldType));
    }

    [Fact]
    public void UsesFloatingPoint_MethodThatDoes_IsFound() =>
        Assert.All(MethodsOf([typeof(Sample)]).Where(method => method is not ConstructorInfo), method => Assert.True(UsesFloatingPoint(method), method.Name));

    private static IEnumerable<MethodBase> MethodsOf(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)));

    private static bool UsesFloatingPoint(MethodBase method) =>
        method.GetParameters().Any(parameter => Inexact.Contains(parameter.ParameterType))
        || (method is MethodInfo { ReturnType: var returned } && Inexact.Contains(returned))
        || (method.GetMethodBody() is { } body
            && (body.LocalVariables.Any(local => Inexact.Contains(local.LocalType))
                || InstructionsOf(body.GetILAsByteArray()!).Any(code => InexactInstructions.Contains(code))));

    private static IEnumerable<OpCode> InstructionsOf(byte[] il)
    {
        for (var place = 0; place < il.Length;)
        {
            var isLong = il[place] == 0xFE;
            var code = Instructions[isLong ? unchecked((short)((il[place] << 8) | il[place + 1])) : il[place]];
            place += isLong ? 2 : 1;
            yield return code;
            place += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, place)),
                _ => 4,
            };
        }
    }

    private static class Sample
    {
        public static decimal Cast(decimal price) => (decimal)((double)price * 0.1);

        public static bool Literal(object price) => price.Equals(1.5);

        public static int Widen(int price) => (int)(price * 1f);
    }
}
