# What is not UTF-8 is read as Windows-1252 wherever words are taken, and that is said once.
cafe=$(printf 'caf\351') said="is not UTF-8; it was read as Windows-1252"
filo add "Ana Prova" >/dev/null
expect "The text $said" filo followup ana "the $cafe"
has "Ask: the café"
printf 'in a %s\n' "$cafe" | filo log ana - >out 2>&1
has "The text $said"
expect "$said" filo edit ana --set "nickname=$cafe"
expect "$said" filo edit ana --set "address=$cafe"
expect "$said" filo tag ana "$cafe"
filo show ana --json >out 2>&1
has '"nickname":"café"'
has 'in a café'
has '"café"'
lacks "$said"

# In files each says so once, with the line; a charset that is named says it all.
printf 'BEGIN:VCARD\nFN:Bo %s\nNOTE:%s\nEND:VCARD\n' "$cafe" "$cafe" >cards.vcf
filo import cards.vcf >out 2>&1
has "cards.vcf:2: This $said"
[ "$(grep -c "$said" out)" = 1 ]
printf 'BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Carla %s\nEND:VCARD\n' "$cafe" >cards.vcf
filo import cards.vcf >out 2>&1
lacks "$said"
printf 'name,note\nDora,%s\n' "$cafe" >table.csv
filo import table.csv >out 2>&1
has "table.csv:2: This $said"
printf '[{"when":"2026-11-01","who":"Zo\351","by":"me"},\n{"when":"2026-11-02","who":"Zo\351","by":"them"}]' >chat.json
filo import chat.json >out 2>&1
has "chat.json:1: This $said"
has 'Who is this? "Zoé"'
[ "$(grep -c "$said" out)" = 1 ]
filo list >out
has "Bo café"
has "Carla café"

# So does what filo-read reads: once a source, with the first place and how many more.
printf '12/03/2024, 10:00 - Ugo: ciao\n12/03/2024, 10:01 - Ada: %s\n25/03/2024, 9:00 - Ada: %s\n' \
	"$cafe" "$cafe" >"WhatsApp Chat with Ada.txt"
filo import "WhatsApp Chat with Ada.txt" >out 2>&1
has "Ada.txt:2: This place and 1 more are not UTF-8; they were read as Windows-1252"
mkdir -p post/cur post/new post/tmp
printf 'From: Zo\353 <zoe@b.example>\nTo: ugo@b.example\nDate: Mon, 11 Mar 2024 09:00:00 +0000\n\ntext\n' \
	>post/cur/1.a:2,S
printf 'From: Ben <ben@b.example>\nTo: ugo@b.example\nDate: Mon, 11 Mar 2024 09:00:00 +0000\n\nt\351xt\n' \
	>post/cur/2.a:2,S
filo import --me ugo@b.example post >out 2>&1
has "1.a:2,S: This $said"
lacks "more place"

# JSON is UTF-8, or no JSON.
filo export -f json -o all.json
sed 's/Dora/D\o351/' all.json >broken.json
expect_exit 1 filo import broken.json
has "broken.json:"

# A saved view keeps what was made of it; a label in the plural is one text.
filo save-view coffee --limit "~t $cafe" >out 2>&1 || true
filo saved-view --json >out
has '"limit":"~t café"'
expect "The text $said" filo edit ana --tag "$cafe"

# Of several files each says so.
sed 's/11-01/12-01/' chat.json >second.json
filo import -n chat.json second.json >out 2>&1
[ "$(grep -c "$said" out)" = 2 ]

# Text that a machine writes has a byte order mark and other ends of lines, which are not kept.
printf '\357\273\277a line\r\nof more\r\nthan one\r\n' | filo log ana - >/dev/null
filo show ana --json >out
has '"summary":"a line","body":"of more\nthan one"'

# What is cut in a sentence is cut between letters.
long=$(printf 'è%.0s' $(seq 40))
expect_exit 2 filo list --order "$long"
has "\"$(printf 'è%.0s' $(seq 30))…\""
expect_exit 2 filo list --order "x$long"
has "\"x$(printf 'è%.0s' $(seq 29))…\""
