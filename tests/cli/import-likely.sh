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

# What is said of one card holds for it alone, and is said once.
expect_exit 2 filo import -n --likely skip --likely 2=new --likely 2=#1 cards.vcf
has '--likely is given twice, as "2=new" and as "2=#1"'
filo import -n --likely skip --likely 2=#1 --likely 2=#1 cards.vcf >out
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

# "The person of card 1" is whoever card 1 is here, also when it brings nobody new, and nobody else.
cat >again.vcf <<'END'
BEGIN:VCARD
FN:Ana Prova
EMAIL:ana@example.org
END:VCARD
BEGIN:VCARD
FN:Bruno Neri
END:VCARD
BEGIN:VCARD
FN:Ana Prova
TEL:0999
END:VCARD
END
filo undo >/dev/null
filo add "Bruno Neri" >/dev/null
for said in "--likely 3=1" "--likely 3=2" "--likely 3=#2"; do
	filo import $said -n again.vcf >plan
	filo import $said again.vcf >became
	grep "= " plan >planned
	grep "= " became >done
	cmp planned done
	cat planned
	for who in "#1" "#2" "Bruno Neri"; do filo show "$who" | grep -o 0999 | sed "s/^/$who: /"; done
	filo undo >/dev/null
done >said
[ "$(cat said)" = "       = Ana Prova (#1, ana@example.org)
#1: 0999
       = Bruno Neri (#6)
Bruno Neri: 0999
       = Ana Prova (#2, Blu Arch)
#2: 0999" ]

# Where that card brings nobody, nothing is done.
printf 'BEGIN:VCARD\nFN:Ana Prova\nTEL:0777\nEND:VCARD\n' >two.vcf
printf 'BEGIN:VCARD\nFN:Ana Prova\nTEL:0888\nEND:VCARD\n' >>two.vcf
expect_exit 1 filo import --likely 1=skip --likely 2=1 two.vcf
has "Card 2 cannot be the person of card 1, which brings nobody"
expect_exit 1 filo import -n --likely 2=1 --likely 1=skip two.vcf
filo import --likely 2=1 --likely '1=#2' two.vcf >out
filo show "#2" >out
has 0777
has 0888

# Who is only in the file has the number of the card, and none of a contact.
filo undo >/dev/null
filo import -n --json two.vcf >out
has '"contact":null,"card":1,"contact_name":"Ana Prova"'

# The same of who may be in the trash.
filo add "Vera Alba" --email vera@example.org >/dev/null
filo delete vera >/dev/null
printf 'BEGIN:VCARD\nFN:Nobody\nEND:VCARD\nBEGIN:VCARD\nFN:V. Bruni\nEMAIL:vera@example.org\nEND:VCARD\n' >trash.vcf
filo import -n trash.vcf >out 2>&1
has "  2 new people"
has "trash.vcf:4: V. Bruni (card 2) may be Vera Alba, who is in the trash; added as somebody new"
filo import -n --likely 2=skip trash.vcf >out 2>&1
has "  1 new person"
has "V. Bruni (card 2) may be Vera Alba, who is in the trash; left out"
filo import -n --likely same trash.vcf >out 2>&1
has "  1 person left out"
has "V. Bruni is Vera Alba, who is in the trash and was left there"
expect_exit 1 filo import --likely 2=#1 trash.vcf
has "Card 2 is not likely to be somebody who is here"

# A card that brings a circle brings something new, of a namesake.
FILO_DB=$PWD/circle.db
filo add "Zed Prova" >/dev/null
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Zed Prova\nX-FILO-CIRCLE:Choir\nX-FILO-CADENCE:10\nEND:VCARD\n' >zed.vcf
expect "1 is likely to be here already" filo import zed.vcf
filo list --circle Choir >out
has "Zed Prova"

# "-" is no circle, in a file too.
printf 'name,circle\nIvo Prova,-\n' >none.csv
expect "1 new person" filo import none.csv
expect "Ivo Prova" filo list --circle -
expect "1 person unchanged" filo import none.csv
filo add "Ema Prova" >/dev/null
printf 'name,circle\nEma Prova,-\n' >ema.csv
expect "1 person unchanged" filo import ema.csv
