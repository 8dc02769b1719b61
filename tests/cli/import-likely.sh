# An import lists everybody a card may be about, and each can be said to be meant.
cat >cards.vcf <<'END'
BEGIN:VCARD
FN:Berta Nuova
END:VCARD
BEGIN:VCARD
FN:Ana Prova
ORG:Blu Arch
TEL:+39 055 555 0101
END:VCARD
BEGIN:VCARD
UID:another
FN:Ana Prova
EMAIL:third@example.org
END:VCARD
END
filo add "Ana Prova" --email ana@example.org >/dev/null
filo add "Ana Prova" --set organization="Blu Arch" >/dev/null
filo import -n cards.vcf >out
grep -A 7 "2 are likely" out >likely
[ "$(cat likely)" = "  2 are likely to be here already (see --likely):
    2: Ana Prova (Blu Arch, +39 055 555 0101)
       ~ Ana Prova (#2, Blu Arch)
       ~ Ana Prova (#1, ana@example.org)
    3: Ana Prova (third@example.org)
       ~ Ana Prova (#1, ana@example.org)
       ~ Ana Prova (#2, Blu Arch)" ]

# What is said of one card holds for it alone, and the last word counts.
filo import -n --likely skip --likely 2=new --likely 2=#1 cards.vcf >out
has "       = Ana Prova (#1, ana@example.org)"
has "1 person brought up to date"
has "1 person left out"
filo import -n --json --likely "3=Ana Prova #2" cards.vcf >out
has '"card":3,"name":"Ana Prova","contact":2,"contact_name":"Ana Prova"'

# A card that is nobody's, or nobody: nothing is done.
expect_exit 1 filo import --likely 1=#2 cards.vcf
has "Card 1 is not likely to be somebody who is here"
expect_exit 1 filo import --likely 2=carlo cards.vcf
has 'Nobody is called "carlo"'
expect_exit 2 filo import --likely x=new cards.vcf
expect_exit 2 filo import --likely 2= cards.vcf
expect_exit 2 filo import --likely perhaps cards.vcf
has 'takes new, same, skip or CARD=WHO'
[ "$(filo list | wc -l)" = 2 ]

# Two cards of one person, who is new.
filo import --likely 2=new --likely 3=2 cards.vcf >out
has "  2 new people"
has "       = 2: Ana Prova (Blu Arch, +39 055 555 0101)  both in the file"
[ "$(filo list | grep -c Ana)" = 3 ]
filo show "third@example.org" >out
has "+39 055 555 0101"
filo undo >/dev/null
filo import --likely 2=#1 --likely 3=skip cards.vcf >out
filo show "#1" >out
has "+39 055 555 0101"
