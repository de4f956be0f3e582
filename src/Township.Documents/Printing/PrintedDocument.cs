namespace Township.Documents;

/// <summary>
/// A document in Chinese to be printed and signed. All texts in it are plain; the writers escape them.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="Subtitle">The line below the title.</param>
/// <param name="Blocks">The blocks, in order.</param>
public sealed record PrintedDocument(string Title, string Subtitle, EquatableList<DocumentBlock> Blocks);

/// <summary>A part of a <see cref="PrintedDocument"/>. Line breaks in texts are kept.</summary>
public abstract record DocumentBlock
{
    private DocumentBlock() { }

    /// <summary>A heading of a section or subsection.</summary>
    /// <param name="Level">2 for a section, 3 for a subsection.</param>
    /// <param name="Text">The heading.</param>
    public sealed record Heading(int Level, string Text) : DocumentBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : DocumentBlock;

    /// <summary>A list of names with their values.</summary>
    public sealed record Particulars(EquatableList<Fact> Items) : DocumentBlock;

    /// <summary>A table. Every row has one cell per heading.</summary>
    public sealed record Table(EquatableList<string> Headings, EquatableList<EquatableList<string>> Rows) : DocumentBlock;

    /// <summary>A numbered entry of minutes.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Kind">The kind of entry.</param>
    /// <param name="Lead">The time, the speaker and the subject.</param>
    /// <param name="Text">The spoken text.</param>
    /// <param name="Notes">Remarks on record about the entry.</param>
    public sealed record Entry(int Number, string Kind, string Lead, string Text, EquatableList<string> Notes) : DocumentBlock;

    /// <summary>Command lines that a reader can enter unchanged.</summary>
    public sealed record CommandLines(EquatableList<string> Lines) : DocumentBlock;

    /// <summary>A table to be signed by hand: the signers, with space for signature and date.</summary>
    public sealed record Signatures(EquatableList<Fact> Signers) : DocumentBlock;
}

/// <summary>A name with its value.</summary>
public sealed record Fact(string Name, string Value);
