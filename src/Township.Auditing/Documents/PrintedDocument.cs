namespace Township.Auditing;

/// <summary>
/// A document in Chinese to be printed and signed. All texts in it are plain: the writers take care of what they may not mean.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="Subtitle">The line under it.</param>
/// <param name="Blocks">What follows, in order.</param>
public sealed record PrintedDocument(string Title, string Subtitle, EquatableList<DocumentBlock> Blocks);

/// <summary>A part of a <see cref="PrintedDocument"/>. Line breaks in texts are kept.</summary>
public abstract record DocumentBlock
{
    private DocumentBlock() { }

    /// <summary>A heading of a section, or of a part of it.</summary>
    /// <param name="Level">2 for a section, 3 for a part.</param>
    /// <param name="Text">The heading.</param>
    public sealed record Heading(int Level, string Text) : DocumentBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : DocumentBlock;

    /// <summary>Names with their values.</summary>
    public sealed record Particulars(EquatableList<Fact> Items) : DocumentBlock;

    /// <summary>A table. Every row has as many cells as there are headings.</summary>
    public sealed record Table(EquatableList<string> Headings, EquatableList<EquatableList<string>> Rows) : DocumentBlock;

    /// <summary>A numbered entry of minutes.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Kind">What was done.</param>
    /// <param name="Lead">When, who, about what.</param>
    /// <param name="Text">What was said.</param>
    /// <param name="Notes">What is on record about it.</param>
    public sealed record Entry(int Number, string Kind, string Lead, string Text, EquatableList<string> Notes) : DocumentBlock;

    /// <summary>Command lines that a reader can type as they are.</summary>
    public sealed record CommandLines(EquatableList<string> Lines) : DocumentBlock;

    /// <summary>A table to be signed by hand: who, and room for signature and day.</summary>
    public sealed record Signatures(EquatableList<Fact> Signers) : DocumentBlock;
}

/// <summary>A name with its value.</summary>
public sealed record Fact(string Name, string Value);
