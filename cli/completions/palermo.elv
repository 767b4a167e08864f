
use builtin;
use str;

set edit:completion:arg-completer[palermo] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'palermo'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'palermo'= {
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand evaluate 'Decide on a record, or on many'
            cand explain 'Say why a conclusion holds for a record, or what is missing'
            cand questions 'List what to ask next, and what an answer may change'
            cand validate 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect'
            cand rules 'List and show rules, and build rule sets'
            cand schema 'Print the JSON Schema of a document'
            cand check 'Decide again on a record and say whether a decision has the same bytes'
            cand compare 'Say what was gained and what was lost between two records or decisions of one case, and why'
            cand import 'Turn the data of other systems into records'
            cand completions 'Print completions for a shell'
            cand man 'Print the man page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;evaluate'= {
            cand --format 'Text for people, one JSON document, or one record a line in and one decision a line out'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand --all 'Show everything, not only the first screen (text only; JSON always holds everything)'
            cand --compact 'The short form: status, ids of conclusions, violations (only with `--format json` or `ndjson`)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;explain'= {
            cand --conclusion 'What to explain: `entitlement:shelter` or another id of the decision, `status`, or `status:presumed`'
            cand --format 'Text for people or JSON'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;questions'= {
            cand --about 'What the questions are to be about'
            cand --format 'Text for people or JSON'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;validate'= {
            cand --format 'Text for people or JSON'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the rules, one a line: derivation, id, sentence'
            cand show 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
            cand build 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
            cand test 'Run the cases of a folder of YAML: each has to come out as it says'
            cand new 'Write the skeleton of an overlay of your own'
            cand diff 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
            cand verify 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
            cand lint 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
            cand coverage 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;rules;list'= {
            cand --family 'Only the rules of a family, for example `child`'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;rules;show'= {
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;rules;build'= {
            cand --standard 'The rule set that the overlay in the folder extends, where it is none that is built in'
            cand -o 'Where to write the JSON; without it, to standard output'
            cand --output 'Where to write the JSON; without it, to standard output'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;rules;test'= {
            cand --standard 'The rule set that the overlay in the folder extends, where it is none that is built in'
            cand --format 'Text for people or JSON'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules;new'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand overlay 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;rules;new;overlay'= {
            cand --extends 'The standard to which it adds'
            cand --in 'The folder in which its folder is made'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;rules;new;help'= {
            cand overlay 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;rules;new;help;overlay'= {
        }
        &'palermo;rules;new;help;help'= {
        }
        &'palermo;rules;diff'= {
            cand --node-limit 'How large a function may grow, in nodes, before the answer is given up as undecided'
            cand --format 'Text for people or JSON'
            cand --all 'Also tell conduct and derived facts one by one, every rule by its name, and how to decide each record again (text only; JSON always holds everything)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules;verify'= {
            cand --overlay 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order'
            cand --against 'Also hold it against this rule set: nothing that it gives may be lost. Without this, a rule set that goes by the name of a published one, and is not it, is held against the published one; `none` holds it against nothing'
            cand --charter 'Also hold it to the promises of this file, YAML or JSON; they may use the named sets of the charter'
            cand --promise 'Only this promise, by its name or number; can be given more than once'
            cand --node-limit 'How large a function of the proof may grow, in nodes, before the answer is given up as undecided. More nodes need more memory: about 24 bytes each'
            cand --write-witnesses 'Write the records that break promises to this folder, with the commands that decide them again'
            cand --format 'Text for people or JSON'
            cand --only-own 'Leave out the charter that the program has'
            cand --all 'Tell every way in which a promise is broken, and not only the first'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules;lint'= {
            cand --overlay 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order'
            cand --deny 'Make the answer no where something of this kind is found, for example `rule_never_fires`, or `all`; can be given more than once'
            cand --format 'Text for people or JSON'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules;coverage'= {
            cand --overlay 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order'
            cand --records 'Records to hold against the rules: a record, records as NDJSON, a file of vectors, or a folder of these; can be given more than once'
            cand --format 'Text for people or JSON'
            cand --cases 'Also hold the cases of the rules against them'
            cand --all 'Tell every place of the source, and everything that no record shows (text only; JSON always holds everything)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;rules;help'= {
            cand list 'List the rules, one a line: derivation, id, sentence'
            cand show 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
            cand build 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
            cand test 'Run the cases of a folder of YAML: each has to come out as it says'
            cand new 'Write the skeleton of an overlay of your own'
            cand diff 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
            cand verify 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
            cand lint 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
            cand coverage 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;rules;help;list'= {
        }
        &'palermo;rules;help;show'= {
        }
        &'palermo;rules;help;build'= {
        }
        &'palermo;rules;help;test'= {
        }
        &'palermo;rules;help;new'= {
            cand overlay 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form'
        }
        &'palermo;rules;help;new;overlay'= {
        }
        &'palermo;rules;help;diff'= {
        }
        &'palermo;rules;help;verify'= {
        }
        &'palermo;rules;help;lint'= {
        }
        &'palermo;rules;help;coverage'= {
        }
        &'palermo;rules;help;help'= {
        }
        &'palermo;schema'= {
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;check'= {
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;compare'= {
            cand --format 'Text for people or JSON'
            cand --standard 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name'
            cand --overlay 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order'
            cand --as-of 'Decide by the standard in force on a day; without it, by the newest'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'palermo;import'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand ctdc 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;import;ctdc'= {
            cand --as-recognised 'Also record that the person was recognised as trafficked, which every row of this data set says of itself'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;import;help'= {
            cand ctdc 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;import;help;ctdc'= {
        }
        &'palermo;import;help;help'= {
        }
        &'palermo;completions'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;man'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'palermo;help'= {
            cand evaluate 'Decide on a record, or on many'
            cand explain 'Say why a conclusion holds for a record, or what is missing'
            cand questions 'List what to ask next, and what an answer may change'
            cand validate 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect'
            cand rules 'List and show rules, and build rule sets'
            cand schema 'Print the JSON Schema of a document'
            cand check 'Decide again on a record and say whether a decision has the same bytes'
            cand compare 'Say what was gained and what was lost between two records or decisions of one case, and why'
            cand import 'Turn the data of other systems into records'
            cand completions 'Print completions for a shell'
            cand man 'Print the man page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'palermo;help;evaluate'= {
        }
        &'palermo;help;explain'= {
        }
        &'palermo;help;questions'= {
        }
        &'palermo;help;validate'= {
        }
        &'palermo;help;rules'= {
            cand list 'List the rules, one a line: derivation, id, sentence'
            cand show 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases'
            cand build 'Compile a folder of YAML to a rule set, or an overlay, as JSON'
            cand test 'Run the cases of a folder of YAML: each has to come out as it says'
            cand new 'Write the skeleton of an overlay of your own'
            cand diff 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently'
            cand verify 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet'
            cand lint 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add'
            cand coverage 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add'
        }
        &'palermo;help;rules;list'= {
        }
        &'palermo;help;rules;show'= {
        }
        &'palermo;help;rules;build'= {
        }
        &'palermo;help;rules;test'= {
        }
        &'palermo;help;rules;new'= {
            cand overlay 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form'
        }
        &'palermo;help;rules;new;overlay'= {
        }
        &'palermo;help;rules;diff'= {
        }
        &'palermo;help;rules;verify'= {
        }
        &'palermo;help;rules;lint'= {
        }
        &'palermo;help;rules;coverage'= {
        }
        &'palermo;help;schema'= {
        }
        &'palermo;help;check'= {
        }
        &'palermo;help;compare'= {
        }
        &'palermo;help;import'= {
            cand ctdc 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON'
        }
        &'palermo;help;import;ctdc'= {
        }
        &'palermo;help;completions'= {
        }
        &'palermo;help;man'= {
        }
        &'palermo;help;help'= {
        }
    ]
    $completions[$command]
}
