# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_palermo_global_optspecs
    string join \n h/help V/version
end

function __fish_palermo_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_palermo_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_palermo_using_subcommand
    set -l cmd (__fish_palermo_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c palermo -n "__fish_palermo_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_needs_command" -s V -l version -d 'Print version'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "evaluate" -d 'Decide on a record, or on many'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "explain" -d 'Say why a conclusion holds for a record, or what is missing'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "questions" -d 'List what to ask next, and what an answer may change'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "validate" -d 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "rules" -d 'List and show rules, and build rule sets'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "schema" -d 'Print the JSON Schema of a document'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "check" -d 'Decide again on a record and say whether a decision has the same bytes'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "compare" -d 'Say what was gained and what was lost between two records or decisions of one case, and why'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "import" -d 'Turn the data of other systems into records'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "completions" -d 'Print completions for a shell'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "man" -d 'Print the man page'
complete -c palermo -n "__fish_palermo_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l format -d 'Text for people, one JSON document, or one record a line in and one decision a line out' -r -f -a "text\t'Text for people'
json\t'One JSON document'
ndjson\t'A record a line in, a decision a line out, in order; a bad line gives an error object in its place'"
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l all -d 'Show everything, not only the first screen (text only; JSON always holds everything)'
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -l compact -d 'The short form: status, ids of conclusions, violations (only with `--format json` or `ndjson`)'
complete -c palermo -n "__fish_palermo_using_subcommand evaluate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand explain" -l conclusion -d 'What to explain: `entitlement:shelter` or another id of the decision, `status`, or `status:presumed`' -r
complete -c palermo -n "__fish_palermo_using_subcommand explain" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand explain" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand explain" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand explain" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand questions" -l about -d 'What the questions are to be about' -r -f -a "decision\t'The whole decision'
status\t'The status alone'"
complete -c palermo -n "__fish_palermo_using_subcommand questions" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand questions" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand questions" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand questions" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand questions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand validate" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand validate" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand validate" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand validate" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "list" -d 'List the rules, one a line: derivation, id, sentence'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "show" -d 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "build" -d 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "test" -d 'Run the cases of a folder of YAML: each has to come out as it says'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "new" -d 'Write the skeleton of an overlay of your own'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "diff" -d 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "verify" -d 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "lint" -d 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "coverage" -d 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and not __fish_seen_subcommand_from list show build test new diff verify lint coverage help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from list" -l family -d 'Only the rules of a family, for example `child`' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from list" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from list" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from list" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from show" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from show" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from show" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from build" -l standard -d 'The rule set that the overlay in the folder extends, where it is none that is built in' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from build" -s o -l output -d 'Where to write the JSON; without it, to standard output' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from build" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from test" -l standard -d 'The rule set that the overlay in the folder extends, where it is none that is built in' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from test" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from new" -f -a "overlay" -d 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from new" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from diff" -l node-limit -d 'How large a function may grow, in nodes, before the answer is given up as undecided' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from diff" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from diff" -l all -d 'Also tell conduct and derived facts one by one, every rule by its name, and how to decide each record again (text only; JSON always holds everything)'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l overlay -d 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l against -d 'Also hold it against this rule set: nothing that it gives may be lost. Without this, a rule set that goes by the name of a published one, and is not it, is held against the published one; `none` holds it against nothing' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l charter -d 'Also hold it to the promises of this file, YAML or JSON; they may use the named sets of the charter' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l promise -d 'Only this promise, by its name or number; can be given more than once' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l node-limit -d 'How large a function of the proof may grow, in nodes, before the answer is given up as undecided. More nodes need more memory: about 24 bytes each' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l write-witnesses -d 'Write the records that break promises to this folder, with the commands that decide them again' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l only-own -d 'Leave out the charter that the program has'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -l all -d 'Tell every way in which a promise is broken, and not only the first'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from lint" -l overlay -d 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from lint" -l deny -d 'Make the answer no where something of this kind is found, for example `rule_never_fires`, or `all`; can be given more than once' -r
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from lint" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -l overlay -d 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -l records -d 'Records to hold against the rules: a record, records as NDJSON, a file of vectors, or a folder of these; can be given more than once' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -l cases -d 'Also hold the cases of the rules against them'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -l all -d 'Tell every place of the source, and everything that no record shows (text only; JSON always holds everything)'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from coverage" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the rules, one a line: derivation, id, sentence'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "build" -d 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "test" -d 'Run the cases of a folder of YAML: each has to come out as it says'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "new" -d 'Write the skeleton of an overlay of your own'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "coverage" -d 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
complete -c palermo -n "__fish_palermo_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand schema" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand schema" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand schema" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand schema" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand check" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand check" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand check" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand check" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand compare" -l format -d 'Text for people or JSON' -r -f -a "text\t'Text for people'
json\t'One JSON document'"
complete -c palermo -n "__fish_palermo_using_subcommand compare" -l standard -d 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand compare" -l overlay -d 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order' -r -F
complete -c palermo -n "__fish_palermo_using_subcommand compare" -l as-of -d 'Decide by the standard in force on a day; without it, by the newest' -r
complete -c palermo -n "__fish_palermo_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c palermo -n "__fish_palermo_using_subcommand import; and not __fish_seen_subcommand_from ctdc help" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand import; and not __fish_seen_subcommand_from ctdc help" -f -a "ctdc" -d 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
complete -c palermo -n "__fish_palermo_using_subcommand import; and not __fish_seen_subcommand_from ctdc help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand import; and __fish_seen_subcommand_from ctdc" -l as-recognised -d 'Also record that the person was recognised as trafficked, which every row of this data set says of itself'
complete -c palermo -n "__fish_palermo_using_subcommand import; and __fish_seen_subcommand_from ctdc" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "ctdc" -d 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
complete -c palermo -n "__fish_palermo_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand completions" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand man" -s h -l help -d 'Print help'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "evaluate" -d 'Decide on a record, or on many'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "explain" -d 'Say why a conclusion holds for a record, or what is missing'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "questions" -d 'List what to ask next, and what an answer may change'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "validate" -d 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "rules" -d 'List and show rules, and build rule sets'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "schema" -d 'Print the JSON Schema of a document'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "check" -d 'Decide again on a record and say whether a decision has the same bytes'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "compare" -d 'Say what was gained and what was lost between two records or decisions of one case, and why'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "import" -d 'Turn the data of other systems into records'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "completions" -d 'Print completions for a shell'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "man" -d 'Print the man page'
complete -c palermo -n "__fish_palermo_using_subcommand help; and not __fish_seen_subcommand_from evaluate explain questions validate rules schema check compare import completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "list" -d 'List the rules, one a line: derivation, id, sentence'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "show" -d 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "build" -d 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "test" -d 'Run the cases of a folder of YAML: each has to come out as it says'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "new" -d 'Write the skeleton of an overlay of your own'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "diff" -d 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "verify" -d 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "lint" -d 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "coverage" -d 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
complete -c palermo -n "__fish_palermo_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "ctdc" -d 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
