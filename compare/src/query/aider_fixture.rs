//! The rows of the Aider polyglot leaderboard with a known cost, as a fixture for what a trade-off must answer.

/// Name, solved tasks in percent and cost of the run in USD of 51 rows.
///
/// Source: <https://github.com/Aider-AI/aider>, `aider/website/_data/polyglot_leaderboard.yml` (Apache-2.0), as in
/// `data/tables/aider-polyglot/rows.csv`: the rows with a cost above 0.
pub(crate) const AIDER: &str = "
    name | score:number+ percent | cost:number- USD
    gpt-4o-mini-2024-07-18 | 3.6 | 0.3236
    claude-3-5-sonnet-20241022 | 51.6 | 14.4063
    gpt-4o-2024-11-20 | 18.2 | 6.7351
    gpt-4o-2024-08-06 | 23.1 | 7.0286
    o1-2024-12-17 (high) | 61.7 | 186.4958
    DeepSeek Chat V2.5 | 17.8 | 0.5101
    claude-3-5-haiku-20241022 | 28 | 6.0583
    o1-mini-2024-09-12 | 32.9 | 18.577
    DeepSeek Chat V3 (prev) | 48.4 | 0.3369
    Codestral 25.01 | 11.1 | 1.9834
    DeepSeek R1 | 56.9 | 5.4193
    DeepSeek R1 + claude-3-5-sonnet-20241022 | 64 | 13.2933
    o3-mini (medium) | 53.8 | 8.8599
    o3-mini (high) | 60.4 | 18.1584
    chatgpt-4o-latest (2025-02-15) | 27.1 | 14.3703
    claude-3-7-sonnet-20250219 (no thinking) | 60.4 | 17.7191
    claude-3-7-sonnet-20250219 (32k thinking tokens) | 64.9 | 36.8343
    gpt-4.5-preview | 44.9 | 183.1802
    DeepSeek V3 (0324) | 55.1 | 1.1164
    chatgpt-4o-latest (2025-03-29) | 45.3 | 19.7416
    Grok 3 Beta | 53.3 | 11.0338
    Grok 3 Mini Beta (low) | 34.7 | 0.7856
    Grok 3 Mini Beta (high) | 49.3 | 0.7346
    gpt-4.1 | 52.4 | 9.8556
    gpt-4.1-mini | 32.4 | 1.9918
    gpt-4.1-nano | 8.9 | 0.4281
    o4-mini (high) | 72 | 19.6399
    gemini-2.5-flash-preview-04-17 (default) | 47.1 | 1.8451
    Gemini 2.5 Pro Preview 05-06 | 76.9 | 37.4104
    Qwen3 32B | 40 | 0.7603
    claude-sonnet-4-20250514 (no thinking) | 56.4 | 15.8155
    claude-sonnet-4-20250514 (32k thinking) | 61.3 | 26.5755
    claude-opus-4-20250514 (no think) | 70.7 | 68.6253
    claude-opus-4-20250514 (32k thinking) | 72 | 65.7484
    gemini-2.5-flash-preview-05-20 (no think) | 44 | 1.1354
    gemini-2.5-flash-preview-05-20 (24k think) | 55.1 | 8.5625
    gemini-2.5-pro-preview-06-05 (default think) | 79.1 | 45.5961
    gemini-2.5-pro-preview-06-05 (32k think) | 83.1 | 49.8822
    DeepSeek R1 (0528) | 71.4 | 4.8016
    o3 (high) | 81.3 | 21.2259
    o3 | 76.9 | 13.7517
    o3 (high) + gpt-4.1 | 78.2 | 17.5518
    o3-pro (high) | 84.9 | 146.3249
    grok-4 (high) | 79.6 | 59.6182
    Kimi K2 | 59.1 | 1.2357
    gpt-oss-120b (high) | 41.8 | 0.7406
    gpt-5 (high) | 88 | 29.0829
    gpt-5 (medium) | 86.7 | 17.693
    gpt-5 (low) | 81.3 | 10.3713
    DeepSeek-V3.2-Exp (Reasoner) | 74.2 | 1.3045
    DeepSeek-V3.2-Exp (Chat) | 70.2 | 0.8756
";

/// The same rows with the solved tasks as so many of 225.
pub(crate) fn aider_trials() -> String {
    let line = |line: &str| match line.split('|').map(str::trim).collect::<Vec<&str>>()[..] {
        [name, score, cost] if !name.is_empty() && name != "name" => {
            let solved = (score.parse::<f64>().unwrap() * 225.0 / 100.0).round();
            format!("{name} | {score} {solved}/225 | {cost}")
        }
        _ => line.to_owned(),
    };
    AIDER.lines().map(line).collect::<Vec<String>>().join("\n")
}
