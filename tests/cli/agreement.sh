#!/bin/sh
# Sentences agree with the person they are about where the grammatical gender is known, and leave it
# open where it is not. See tests/cli/run.
italian() { env LANG=it_IT.UTF-8 "$FILO" "$@"; }

filo add "Anna Prova" --gender feminine --pronouns she/her >out
filo add "Bruno Prova" --gender masculine >out
filo add "Carla Prova" >out
expect_exit 2 filo add "Dario Prova" --gender blue
has "\"blue\" is none of: animate, common, feminine"
for who in Anna Bruno Carla; do
	filo log "$who" Hello -w 2026-11-20 -c call --them --awaits-reply >out
	filo followup "$who" "a book" --theirs >out
done

expect "call, she opened" filo show Anna
has "She has waited 3 days for your answer."
has "She promised: a book"
has "she/her"
has "feminine"
expect "call, he opened" filo show Bruno
has "He promised: a book"
expect "call, they opened" filo show Carla
has "They promised: a book"
lacks "She"
filo show Anna --json >out
has '"pronouns":"she/her"'
has '"grammatical_gender":"feminine"'

expect "chiamata, ha cominciato lei" italian show Anna
has "femminile"
expect "chiamata, ha cominciato lui" italian show Bruno
expect "chiamata, da parte sua" italian show Carla
lacks "lei"
