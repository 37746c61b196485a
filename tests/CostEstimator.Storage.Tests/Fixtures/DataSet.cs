using System.Text;
using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>The texts of data files, of which a test changes what it is about.</summary>
internal sealed class DataSet
{
    /// <summary>The day of every reading.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public string this[string file] => Encoding.UTF8.GetString(_files[file]);

    /// <summary>A small set without a fault or a warning.</summary>
    public static DataSet Small() => new DataSet()
        .With("treatments.csv", """
            code,unit,min_quantity,max_quantity
            chemotherapy,course,1,
            transplant,procedure,1,2

            """)
        .With("facts.csv", """
            fact,value
            donor,related
            donor,unrelated
            stage,early
            stage,late

            """)
        .With("sources.csv", """
            code,title,publisher,locator,read_on
            list,Price list,The Clinic,Page 1,2026-06-01

            """)
        .With("price-rules.csv", """
            code,treatment,conditions,currency,low,high,valid_from,valid_to,source,note
            chemotherapy-old,chemotherapy,,USD,1500,,2025-01-01,2026-01-01,list,
            chemotherapy-new,chemotherapy,,USD,1600.50,2000,2026-01-01,,list,per-course
            transplant-related,transplant,donor=related,USD,60000,80000,,,list,
            transplant-unrelated,transplant,donor=unrelated;stage=early|late,TRY,4000000,,,,list,

            """)
        .With("programmes.csv", """
            programme,stage,treatment,conditions,min_quantity,max_quantity,note
            leukaemia,before,chemotherapy,,2,,assumed-courses
            leukaemia,after,transplant,donor=related;stage=early|late,,,
            leukaemia,after,chemotherapy,stage=late,1,3,

            """)
        .With("exchange-rates/2026-09-18.xml", BulletinXml.Small())
        .With("texts.csv", """
            key,en,ru,tr
            treatment.chemotherapy,Chemotherapy,Химиотерапия,Kemoterapi
            treatment.transplant,Transplant,Трансплантация,Nakil
            unit.course,course|courses,курс|курса|курсов,kür
            unit.procedure,procedure|procedures,процедура|процедуры|процедур,işlem
            fact.donor,Who gives?,Кто донор?,Verici kim?
            fact.donor.related,A relative,Родственник,Akraba
            fact.donor.unrelated,A stranger,Посторонний,Yabancı
            fact.stage,How far is it?,Какая стадия?,Hangi evre?
            fact.stage.early,Early,Ранняя,Erken
            fact.stage.late,Late,Поздняя,Geç
            note.per-course,For one course,За один курс,Bir kür için
            disclaimer,No offer,Не оферта,Teklif değildir
            programme.leukaemia,Leukaemia,Лейкоз,Lösemi
            stage.leukaemia.before,Before,До,Önce
            stage.leukaemia.after,After,После,Sonra
            note.assumed-courses,Two at least,Не меньше двух,En az iki

            """);

    public DataSet With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    public DataSet With(string file, byte[] bytes)
    {
        _files[file] = bytes;
        return this;
    }

    public DataSet Without(string file)
    {
        Assert.True(_files.Remove(file));
        return this;
    }

    /// <summary>Changes the one place in the file that reads like this.</summary>
    public DataSet Change(string file, string from, string to)
    {
        var parts = this[file].Split(from);
        Assert.True(parts.Length == 2, $"{file} has '{from}' {parts.Length - 1} times, not once.");
        return Map(file, _ => string.Join(to, parts));
    }

    /// <summary>Adds a row, or several.</summary>
    public DataSet Append(string file, string rows) => Map(file, text => $"{text}{rows}\n");

    /// <summary>Removes the rows that begin like this.</summary>
    public DataSet RemoveRows(string file, string start)
    {
        var rows = this[file].TrimEnd('\n').Split('\n');
        var kept = rows.Where(row => !row.StartsWith(start, StringComparison.Ordinal)).ToList();
        Assert.True(kept.Count < rows.Length, $"{file} has no row that begins with '{start}'.");
        return Map(file, _ => string.Concat(kept.Select(row => $"{row}\n")));
    }

    /// <summary>Puts another text in the place of a file's, byte for byte.</summary>
    public DataSet Map(string file, Func<string, string> change) => With(file, Encoding.UTF8.GetBytes(change(this[file])));

    public DataSet MapAll(Func<string, string> change) => _files.Keys.ToList().Aggregate(this, (set, file) => set.Map(file, change));

    public void WriteTo(TempFolder folder)
    {
        foreach (var (file, bytes) in _files)
        {
            var path = folder.FileNamed(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    public DataDirectoryReading Read()
    {
        using var folder = new TempFolder();
        WriteTo(folder);
        return DataDirectory.Read(folder.Path, Today);
    }

    /// <summary>The price data of a set without a fault.</summary>
    public PriceData Data()
    {
        var reading = Read();
        Assert.Empty(reading.Faults);
        return reading.Data!;
    }
}
