# Hooks that fail are told on standard error, and what they were told of is done all the same.
mkdir -p "$HOME/.config/filo"
filo add "Ana Exempla" >/dev/null
cat >"$HOME/.config/filo/config" <<'EOF'
after-log = sh -c 'exit 3'
after-import = sh -c 'exit 7'
EOF
filo log ana "about boats" >out 2>err
[ "$(cat out)" = "Logged with Ana Exempla: Mon 23 Nov 2026, today." ]
[ "$(cat err)" = "filo log: after-log failed: it ended with 3" ]
filo in-touch-today ana >out 2>err
grep -q "after-log failed: it ended with 3" err
printf 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Exempla\r\nEND:VCARD\r\n' >bo.vcf
filo import bo.vcf >out 2>err
grep -q "^filo import: after-import failed: it ended with 7" err
filo show bo >out

# What ends well, and what cannot be started.
printf 'after-log = sh -c "cat >%s/told"\n' "$DIR" >"$HOME/.config/filo/config"
filo log ana "on lamps" >out 2>err
[ ! -s err ]
grep -q '"summary":"on lamps"' told # it is waited for
echo 'after-log = ./nothing-there' >"$HOME/.config/filo/config"
filo log ana "on tea" >out 2>err
grep -q "after-log: ./nothing-there: No such file" err
