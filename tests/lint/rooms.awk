# Holds what files include against the plan of rooms. Used by tests/lint/layers.
#   awk -f rooms.awk PLAN FILE...
# Not here: which layer knows which (layers).

function room_of(path)
{
	sub(/\/[^\/]*$/, "", path)
	return path
}

# The unit a file belongs to: its path under src/, without ".c" or ".h". A contract of
# include/filo/LAYER belongs to the source of its name in that layer, where there is one.
function unit_of(path,    layer, stem, parts)
{
	if (path in unit)
		return unit[path]
	sub(/\.[ch]$/, "", path)
	if (path ~ /^src\//)
		return substr(path, 5)
	split(path, parts, "/")
	layer = parts[4] == "" ? "" : parts[3]
	stem = path
	sub(/.*\//, "", stem)
	return layer "/" stem
}

function reaches(from, to,    list, count, i)
{
	if (from == to)
		return 1
	if (seen[from] == turn)
		return 0
	seen[from] = turn
	count = split(edges[from], list, " ")
	for (i = 1; i <= count; i++)
		if (reaches(list[i], to))
			return 1
	return 0
}

FILENAME == ARGV[1] {
	if ($0 ~ /^#/)
		next
	colon = index($0, ":")
	planned[substr($0, 1, colon - 1)] = " " substr($0, colon + 1) " "
	next
}

FNR == 1 { files[++file_count] = FILENAME }

/^#include "/ {
	split($0, quoted, "\"")
	include_from[++include_count] = FILENAME
	include_what[include_count] = quoted[2]
}

END {
	for (i = 1; i <= file_count; i++) {
		path = files[i]
		is_file[path] = 1
		if (path ~ /^src\/.*\.c$/) {
			split(path, parts, "/")
			stem = path
			sub(/.*\//, "", stem)
			sub(/\.c$/, "", stem)
			source[parts[2] "/" stem] = substr(path, 5, length(path) - 6)
		}
	}
	for (i = 1; i <= file_count; i++) {
		u = unit_of(files[i])
		if (files[i] ~ /^include/ && u in source)
			u = source[u]
		unit[files[i]] = u
		if (files[i] ~ /^src\/[^\/]*\// && !(room_of(substr(files[i], 5)) in planned)) {
			print files[i] ": its room is not in tests/lint/rooms"
			failed = 1
		}
	}
	for (i = 1; i <= include_count; i++) {
		what = "src/" include_what[i]
		if (!(what in is_file))
			what = "include/" include_what[i]
		if (!(what in is_file))
			continue
		from = unit[include_from[i]]
		to = unit[what]
		if (arrows != "")
			print include_from[i], room_of(to)
		if (from == to || (from, to) in known)
			continue
		known[from, to] = 1
		edges[from] = edges[from] " " to
		a = room_of(from)
		b = room_of(to)
		split(a, layer_a, "/")
		split(b, layer_b, "/")
		if (a == b)
			continue
		across[++across_count] = from " " to
		if (what ~ /^src/ && layer_a[1] == layer_b[1] && a in planned && \
		    index(planned[a], " " b " ") == 0) {
			print include_from[i] ": " a " may not include " b " (" include_what[i] ")"
			failed = 1
		}
	}
	for (i = 1; i <= across_count; i++) {
		split(across[i], ends, " ")
		turn++
		if (reaches(ends[2], ends[1])) {
			print "a circle of files beyond one room: " ends[1] " includes " ends[2] \
				", which comes back to it"
			failed = 1
		}
	}
	exit failed
}
