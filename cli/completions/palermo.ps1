
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'palermo' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'palermo'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'palermo' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('evaluate', 'evaluate', [CompletionResultType]::ParameterValue, 'Decide on a record, or on many')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say why a conclusion holds for a record, or what is missing')
            [CompletionResult]::new('questions', 'questions', [CompletionResultType]::ParameterValue, 'List what to ask next, and what an answer may change')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'List and show rules, and build rule sets')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of a document')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Decide again on a record and say whether a decision has the same bytes')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Say what was gained and what was lost between two records or decisions of one case, and why')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Turn the data of other systems into records')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;evaluate' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people, one JSON document, or one record a line in and one decision a line out')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Show everything, not only the first screen (text only; JSON always holds everything)')
            [CompletionResult]::new('--compact', '--compact', [CompletionResultType]::ParameterName, 'The short form: status, ids of conclusions, violations (only with `--format json` or `ndjson`)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;explain' {
            [CompletionResult]::new('--conclusion', '--conclusion', [CompletionResultType]::ParameterName, 'What to explain: `entitlement:shelter` or another id of the decision, `status`, or `status:presumed`')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;questions' {
            [CompletionResult]::new('--about', '--about', [CompletionResultType]::ParameterName, 'What the questions are to be about')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;validate' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules, one a line: derivation, id, sentence')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Compile a folder of YAML to a rule set, or an overlay, as JSON')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the cases of a folder of YAML: each has to come out as it says')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write the skeleton of an overlay of your own')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;rules;list' {
            [CompletionResult]::new('--family', '--family', [CompletionResultType]::ParameterName, 'Only the rules of a family, for example `child`')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;rules;show' {
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;rules;build' {
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'The rule set that the overlay in the folder extends, where it is none that is built in')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where to write the JSON; without it, to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where to write the JSON; without it, to standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;rules;test' {
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'The rule set that the overlay in the folder extends, where it is none that is built in')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules;new' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('overlay', 'overlay', [CompletionResultType]::ParameterValue, 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;rules;new;overlay' {
            [CompletionResult]::new('--extends', '--extends', [CompletionResultType]::ParameterName, 'The standard to which it adds')
            [CompletionResult]::new('--in', '--in', [CompletionResultType]::ParameterName, 'The folder in which its folder is made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;rules;new;help' {
            [CompletionResult]::new('overlay', 'overlay', [CompletionResultType]::ParameterValue, 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;rules;new;help;overlay' {
            break
        }
        'palermo;rules;new;help;help' {
            break
        }
        'palermo;rules;diff' {
            [CompletionResult]::new('--node-limit', '--node-limit', [CompletionResultType]::ParameterName, 'How large a function may grow, in nodes, before the answer is given up as undecided')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also tell conduct and derived facts one by one, every rule by its name, and how to decide each record again (text only; JSON always holds everything)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules;verify' {
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order')
            [CompletionResult]::new('--against', '--against', [CompletionResultType]::ParameterName, 'Also hold it against this rule set: nothing that it gives may be lost. Without this, a rule set that goes by the name of a published one, and is not it, is held against the published one; `none` holds it against nothing')
            [CompletionResult]::new('--charter', '--charter', [CompletionResultType]::ParameterName, 'Also hold it to the promises of this file, YAML or JSON; they may use the named sets of the charter')
            [CompletionResult]::new('--promise', '--promise', [CompletionResultType]::ParameterName, 'Only this promise, by its name or number; can be given more than once')
            [CompletionResult]::new('--node-limit', '--node-limit', [CompletionResultType]::ParameterName, 'How large a function of the proof may grow, in nodes, before the answer is given up as undecided. More nodes need more memory: about 24 bytes each')
            [CompletionResult]::new('--write-witnesses', '--write-witnesses', [CompletionResultType]::ParameterName, 'Write the records that break promises to this folder, with the commands that decide them again')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--only-own', '--only-own', [CompletionResultType]::ParameterName, 'Leave out the charter that the program has')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Tell every way in which a promise is broken, and not only the first')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules;lint' {
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order')
            [CompletionResult]::new('--deny', '--deny', [CompletionResultType]::ParameterName, 'Make the answer no where something of this kind is found, for example `rule_never_fires`, or `all`; can be given more than once')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules;coverage' {
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it: the name of one that the program has, a folder with `overlay.yaml`, or a file of JSON. Can be given more than once, in any order')
            [CompletionResult]::new('--records', '--records', [CompletionResultType]::ParameterName, 'Records to hold against the rules: a record, records as NDJSON, a file of vectors, or a folder of these; can be given more than once')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--cases', '--cases', [CompletionResultType]::ParameterName, 'Also hold the cases of the rules against them')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Tell every place of the source, and everything that no record shows (text only; JSON always holds everything)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;rules;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules, one a line: derivation, id, sentence')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Compile a folder of YAML to a rule set, or an overlay, as JSON')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the cases of a folder of YAML: each has to come out as it says')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write the skeleton of an overlay of your own')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;rules;help;list' {
            break
        }
        'palermo;rules;help;show' {
            break
        }
        'palermo;rules;help;build' {
            break
        }
        'palermo;rules;help;test' {
            break
        }
        'palermo;rules;help;new' {
            [CompletionResult]::new('overlay', 'overlay', [CompletionResultType]::ParameterValue, 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form')
            break
        }
        'palermo;rules;help;new;overlay' {
            break
        }
        'palermo;rules;help;diff' {
            break
        }
        'palermo;rules;help;verify' {
            break
        }
        'palermo;rules;help;lint' {
            break
        }
        'palermo;rules;help;coverage' {
            break
        }
        'palermo;rules;help;help' {
            break
        }
        'palermo;schema' {
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;check' {
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;compare' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Text for people or JSON')
            [CompletionResult]::new('--standard', '--standard', [CompletionResultType]::ParameterName, 'Decide by a rule set of your own: a folder of YAML, or JSON that `palermo rules build` wrote. `see-2002` names the standard that is built in, `observed-practice-2002` what was done in 2002, which is no standard; write `./NAME` for a folder or file of such a name')
            [CompletionResult]::new('--overlay', '--overlay', [CompletionResultType]::ParameterName, 'Compose an overlay with it, which adds what a later text gives: `palermo-2000` or `coe-2005`, which are built in, a folder with `overlay.yaml`, or JSON that `palermo rules build` wrote. Can be given more than once, in any order')
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Decide by the standard in force on a day; without it, by the newest')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'palermo;import' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('ctdc', 'ctdc', [CompletionResultType]::ParameterValue, 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;import;ctdc' {
            [CompletionResult]::new('--as-recognised', '--as-recognised', [CompletionResultType]::ParameterName, 'Also record that the person was recognised as trafficked, which every row of this data set says of itself')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;import;help' {
            [CompletionResult]::new('ctdc', 'ctdc', [CompletionResultType]::ParameterValue, 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;import;help;ctdc' {
            break
        }
        'palermo;import;help;help' {
            break
        }
        'palermo;completions' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;man' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'palermo;help' {
            [CompletionResult]::new('evaluate', 'evaluate', [CompletionResultType]::ParameterValue, 'Decide on a record, or on many')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say why a conclusion holds for a record, or what is missing')
            [CompletionResult]::new('questions', 'questions', [CompletionResultType]::ParameterValue, 'List what to ask next, and what an answer may change')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Say what is wrong with a record, what is probably not meant so, and what nobody should collect')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'List and show rules, and build rule sets')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of a document')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Decide again on a record and say whether a decision has the same bytes')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Say what was gained and what was lost between two records or decisions of one case, and why')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Turn the data of other systems into records')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'palermo;help;evaluate' {
            break
        }
        'palermo;help;explain' {
            break
        }
        'palermo;help;questions' {
            break
        }
        'palermo;help;validate' {
            break
        }
        'palermo;help;rules' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules, one a line: derivation, id, sentence')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a rule: sentence, source, condition, what follows, breach, reading, contested points, cases')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Compile a folder of YAML to a rule set, or an overlay, as JSON')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Run the cases of a folder of YAML: each has to come out as it says')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write the skeleton of an overlay of your own')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Say what changes between two rule sets: who loses something, who gains it, and which rules are written differently')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Prove for every possible record that a rule set keeps its promises, or show whom a broken one would meet')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Say what in a rule set can never happen, says nothing new, or asks for what nobody needs; with overlays, in what they add')
            [CompletionResult]::new('coverage', 'coverage', [CompletionResultType]::ParameterValue, 'Say what of the source the rules cite, and what of the rules some records exercise; with overlays, of what they add')
            break
        }
        'palermo;help;rules;list' {
            break
        }
        'palermo;help;rules;show' {
            break
        }
        'palermo;help;rules;build' {
            break
        }
        'palermo;help;rules;test' {
            break
        }
        'palermo;help;rules;new' {
            [CompletionResult]::new('overlay', 'overlay', [CompletionResultType]::ParameterValue, 'An overlay: what a law of your country adds to a standard. Comments in its files teach the form')
            break
        }
        'palermo;help;rules;new;overlay' {
            break
        }
        'palermo;help;rules;diff' {
            break
        }
        'palermo;help;rules;verify' {
            break
        }
        'palermo;help;rules;lint' {
            break
        }
        'palermo;help;rules;coverage' {
            break
        }
        'palermo;help;schema' {
            break
        }
        'palermo;help;check' {
            break
        }
        'palermo;help;compare' {
            break
        }
        'palermo;help;import' {
            [CompletionResult]::new('ctdc', 'ctdc', [CompletionResultType]::ParameterValue, 'The CSV of the Counter-Trafficking Data Collaborative: one record a line of NDJSON')
            break
        }
        'palermo;help;import;ctdc' {
            break
        }
        'palermo;help;completions' {
            break
        }
        'palermo;help;man' {
            break
        }
        'palermo;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
