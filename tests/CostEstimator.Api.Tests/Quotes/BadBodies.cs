namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Bodies that are refused; but for those that are no JSON, each with the code of its problem and the place of the fault.</summary>
public static class BadBodies
{
    private const string Bidi = "\u202echemotherapy";

    public static TheoryData<string> NotJson =>
    [
        "", " ", "{", "{\"items\":", "{\"items\":[{\"treatment\":\"chemother", "}", "{}{}", "{} x", "[][]", "nul", "NaN", "Infinity", "'x'",
        "{'items':[]}", "{items:[]}", "{\"items\":[],}", "[1,]", "// comment\n{}", "{}/* comment */", "\ufeff{}", "\u0000", "{\"items\":[]\u0000}",
        "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":1.}", "{\"a\":0x10}",
        "<items/>", "items=chemotherapy", "\"unfinished",
    ];

    public static TheoryData<string, string, string> Misunderstood => new()
    {
        // Other values than an object, or than the type of a field.
        { "null", "bad-body", "" },
        { "[]", "bad-body", "" },
        { "\"chemotherapy\"", "bad-body", "" },
        { "1", "bad-body", "" },
        { "true", "bad-body", "" },
        { """{"items":{}}""", "bad-body", "/items" },
        { """{"items":"chemotherapy"}""", "bad-body", "/items" },
        { """{"items":[null]}""", "bad-body", "/items/0" },
        { """{"items":["chemotherapy"]}""", "bad-body", "/items/0" },
        { """{"items":[[]]}""", "bad-body", "/items/0" },
        { """{"items":[{}]}""", "bad-body", "/items/0" },
        { """{"items":[{"treatment":"chemotherapy"},{"quantity":{"min":1}}]}""", "bad-body", "/items/1" },
        { """{"items":[{"treatment":null}]}""", "bad-body", "/items/0/treatment" },
        { """{"items":[{"treatment":1}]}""", "bad-body", "/items/0/treatment" },
        { """{"items":[{"treatment":["chemotherapy"]}]}""", "bad-body", "/items/0/treatment" },
        { """{"items":[{"treatment":"chemotherapy","quantity":4}]}""", "bad-body", "/items/0/quantity" },
        { """{"items":[{"treatment":"chemotherapy","quantity":"4-6"}]}""", "bad-body", "/items/0/quantity" },
        { """{"items":[{"treatment":"chemotherapy","quantity":[4,6]}]}""", "bad-body", "/items/0/quantity" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{}}]}""", "bad-body", "/items/0/quantity" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"max":6}}]}""", "bad-body", "/items/0/quantity" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":null}}]}""", "bad-body", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":"4"}}]}""", "bad-body", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":true}}]}""", "bad-body", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":4.5}}]}""", "bad-body", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1e400}}]}""", "bad-body", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"max":2.5}}]}""", "bad-body", "/items/0/quantity/max" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"max":99999999999999999999}}]}""", "bad-body", "/items/0/quantity/max" },
        { """{"items":[],"facts":[]}""", "bad-body", "/facts" },
        { """{"items":[],"facts":"donor:related"}""", "bad-body", "/facts" },
        { """{"items":[],"facts":{"donor":null}}""", "bad-body", "/facts/donor" },
        { """{"items":[],"facts":{"donor":true}}""", "bad-body", "/facts/donor" },
        { """{"items":[],"facts":{"donor":["related"]}}""", "bad-body", "/facts/donor" },
        { """{"items":[],"facts":{"do nor":1}}""", "bad-body", "/facts/do nor" },
        { """{"items":[],"currency":1}""", "bad-body", "/currency" },
        { """{"items":[],"language":{}}""", "bad-body", "/language" },

        // Fields that do not exist, wherever they stand and however they are spelt.
        { """{"Items":[]}""", "unknown-field", "/Items" },
        { """{"items":[],"programme":"acute-leukaemia"}""", "unknown-field", "/programme" },
        { """{"items":[],"on":"2026-11-22"}""", "unknown-field", "/on" },
        { """{"items":[{"treatment":"chemotherapy","amount":1}]}""", "unknown-field", "/items/0/amount" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"Max":2}}]}""", "unknown-field", "/items/0/quantity/Max" },
        { """{"a/b~c":1}""", "unknown-field", "/a~1b~0c" },
        { """{"a.b[0]":1}""", "unknown-field", "/a.b[0]" },
        { """{"a\\b":1}""", "unknown-field", "/a\\b" },
        { """{"a'b":1}""", "unknown-field", "/a'b" },
        { """{"a\"b":1}""", "unknown-field", "/a\"b" },
        { """{"":1}""", "unknown-field", "/" },
        { """{"имя":1}""", "unknown-field", "/имя" },
        { """{"a\u0000b":1}""", "unknown-field", "/a\0b" },
        { """{"\u202eitems":1}""", "unknown-field", "/\u202eitems" },

        // The same key twice in one object.
        { """{"items":[],"items":[]}""", "duplicate-key", "/items" },
        { """{"items":[{"treatment":"chemotherapy"}],"it\u0065ms":[]}""", "duplicate-key", "/items" },
        { """{"items":[{"treatment":"chemotherapy","treatment":"chemotherapy"}]}""", "duplicate-key", "/items/0/treatment" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"min":1}}]}""", "duplicate-key", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":"related","donor":"related"}}""", "duplicate-key", "/facts/donor" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":"related","d\u006fnor":"unrelated"}}""", "duplicate-key", "/facts/donor" },
        { """{"items":[{"treatment":1}],"currency":"USD","currency":"USD"}""", "bad-body", "/items/0/treatment" },
    };

    public static TheoryData<string, string, string> Impossible => new()
    {
        { "{}", "nothing-to-price", "/items" },
        { """{"items":null}""", "nothing-to-price", "/items" },
        { """{"items":[]}""", "nothing-to-price", "/items" },
        { """{"items":[{"treatment":""}]}""", "unknown-treatment", "/items/0/treatment" },
        { """{"items":[{"treatment":"chemotherapy"},{"treatment":"chemo"}]}""", "unknown-treatment", "/items/1/treatment" },
        { """{"items":[{"treatment":"Chemotherapy"}]}""", "unknown-treatment", "/items/0/treatment" },
        { """{"items":[{"treatment":" chemotherapy"}]}""", "unknown-treatment", "/items/0/treatment" },
        { """{"items":[{"treatment":"chemotherapy\u0000"}]}""", "unknown-treatment", "/items/0/treatment" },
        { $$"""{"items":[{"treatment":"{{Bidi}}"}]}""", "unknown-treatment", "/items/0/treatment" },
        { """{"items":[{"treatment":"x'; DROP TABLE quotes; --"}]}""", "unknown-treatment", "/items/0/treatment" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":0}}]}""", "impossible-quantity", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":-4}}]}""", "impossible-quantity", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1001}}]}""", "impossible-quantity", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"max":1001}}]}""", "impossible-quantity", "/items/0/quantity/max" },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":6,"max":4}}]}""", "impossible-quantity", "/items/0/quantity/min" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"colour":"red"}}""", "unknown-fact", "/facts/colour" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"":"red"}}""", "unknown-fact", "/facts/" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"Donor":"related"}}""", "unknown-fact", "/facts/Donor" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"a/b~c":"1; DELETE FROM quotes"}}""", "unknown-fact", "/facts/a~1b~0c" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":""}}""", "unknown-value", "/facts/donor" },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":"' OR 1=1"}}""", "unknown-value", "/facts/donor" },
        { """{"items":[{"treatment":"chemotherapy"}],"currency":""}""", "unknown-currency", "/currency" },
        { """{"items":[{"treatment":"chemotherapy"}],"currency":"usd"}""", "unknown-currency", "/currency" },
        { """{"items":[{"treatment":"chemotherapy"}],"currency":"XXX"}""", "unknown-currency", "/currency" },
        { """{"items":[{"treatment":"chemotherapy"}],"currency":"EUR"}""", "no-exchange-rate", "/currency" },
        { """{"items":[{"treatment":"chemotherapy"}],"language":"ru"}""", "unknown-language", "/language" },
        { """{"items":[{"treatment":"chemotherapy"}],"language":"EN"}""", "unknown-language", "/language" },
        { """{"items":[{"treatment":"chemotherapy"}],"language":""}""", "unknown-language", "/language" },
    };
}
